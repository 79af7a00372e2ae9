// Writes golden vectors for tests/Geo.Tests/Hexagons: what h3-js answers to questions drawn by a seeded generator.
// Usage: node generate.mjs <records> <file, gzipped where it ends in .gz> [seed]
//
// One record a line, fields separated by tabs; sets are given as their size and the sum of their mixed members mod 2^64.
//   P lat lng resolution cell            C cell lat lng                B cell lat lng lat lng …
//   V cell resolution parent             H cell resolution child       N cell resolution size sum      (children)
//   D cell k size sum       (disk)       R cell k size sum    (ring)   G cell cell distance or x
//   A cell cell 0/1         (neighbours) E cell cell radians  (edge)   S cell steradians
//   L mode resolution size sum ring ring … (polygon)                   K cell k size sum size sum (compact, uncompact)
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as h3 from 'h3-js';

const [total, target, seed] = [Number(process.argv[2]), process.argv[3], Number(process.argv[4] ?? 20260701)];
if (!(total > 0) || !target) throw new Error('usage: node generate.mjs <records> <file> [seed]');

// Mulberry32.
let state = seed >>> 0;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const upTo = (n) => Math.floor(random() * (n + 1));
const pick = (list) => list[upTo(list.length - 1)];
const tiny = () => 10 ** -(random() * 8) * (random() < 0.5 ? -1 : 1);

const MASK = (1n << 64n) - 1n;
function mix(text) {
  let x = BigInt(`0x${text}`);
  x = ((x ^ (x >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
  x = ((x ^ (x >> 27n)) * 0x94d049bb133111ebn) & MASK;
  return x ^ (x >> 31n);
}
const set = (cells) => `${cells.length}\t${(cells.reduce((sum, cell) => sum + mix(cell), 0n) & MASK).toString(16)}`;

const degrees = 180 / Math.PI;
const pentagons = h3.getPentagons(0).map((cell) => h3.cellToLatLng(cell));
const vector = ([lat, lng]) => [Math.cos(lat / degrees) * Math.cos(lng / degrees), Math.cos(lat / degrees) * Math.sin(lng / degrees), Math.sin(lat / degrees)];
const position = ([x, y, z]) => [Math.atan2(z, Math.hypot(x, y)) * degrees, Math.atan2(y, x) * degrees];
const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const corners = pentagons.map(vector);
const edges = corners.flatMap((a, i) => corners.slice(i + 1).filter((b) => dot(a, b) > 0.4).map((b) => [a, b]));
const wrap = ([lat, lng]) => [Math.max(-90, Math.min(90, lat)), ((lng + 540) % 360) - 180];

function point() {
  const kind = random();
  if (kind < 0.4) return [Math.asin(2 * random() - 1) * degrees, random() * 360 - 180];
  if (kind < 0.65) { const [lat, lng] = pick(pentagons); return wrap([lat + 8 * tiny(), lng + 8 * tiny()]); }
  if (kind < 0.7) return wrap([(random() < 0.5 ? 90 : -90) + tiny(), random() * 360 - 180]);
  if (kind < 0.8) return wrap([Math.asin(2 * random() - 1) * degrees, 180 + tiny()]);
  const [a, b] = pick(edges);
  const share = random();
  const [lat, lng] = position(a.map((v, i) => v * share + b[i] * (1 - share)));
  return wrap([lat + tiny(), lng + tiny()]);
}

const near = 1e-12 * degrees;
const isFirm = ([lat, lng], resolution, cell) => [[near, 0], [-near, 0], [0, near], [0, -near]]
  .every(([dLat, dLng]) => h3.latLngToCell(lat + dLat, lng + dLng, resolution) === cell);
const someCell = (finest = 15, coarsest = 0) => h3.latLngToCell(...point(), coarsest + upTo(finest - coarsest));

function polygon() {
  // A star of 3 to 9 corners, about one to four cells wide, with a smaller star as a hole now and then.
  const resolution = 1 + upTo(11);
  const size = h3.getHexagonEdgeLengthAvg(resolution, h3.UNITS.km) / 111.2 * (0.3 + 4 * random());
  const [lat, lng] = point();
  const stretch = 1 / Math.max(0.05, Math.cos(lat / degrees));
  if (Math.abs(lat) + size * 1.5 > 85 || size * stretch > 60) return null;
  const star = (scale) => {
    const count = 3 + upTo(6), turn = random() * 7;
    return Array.from({ length: count }, (_, i) => {
      const reach = size * scale * (0.5 + random() / 2), angle = turn + (i / count) * 2 * Math.PI;
      return wrap([lat + reach * Math.sin(angle), lng + reach * stretch * Math.cos(angle)]);
    });
  };
  return { resolution, rings: random() < 0.3 ? [star(1), star(0.22)] : [star(1)] };
}

const modes = { centre: h3.POLYGON_TO_CELLS_FLAGS.containmentCenter, full: h3.POLYGON_TO_CELLS_FLAGS.containmentFull, overlapping: h3.POLYGON_TO_CELLS_FLAGS.containmentOverlapping };
const attempt = (answer) => { try { return answer(); } catch { return 'x'; } };

const makers = {
  P() {
    const at = point(), resolution = upTo(15);
    const cell = h3.latLngToCell(...at, resolution);
    return isFirm(at, resolution, cell) ? [...at, resolution, cell] : null;
  },
  C() { const cell = someCell(); return [cell, ...h3.cellToLatLng(cell)]; },
  B() { const cell = someCell(); return [cell, ...h3.cellToBoundary(cell).flat()]; },
  V() { const cell = someCell(); const to = upTo(h3.getResolution(cell)); return [cell, to, h3.cellToParent(cell, to)]; },
  H() { const cell = someCell(); const to = h3.getResolution(cell) + upTo(15 - h3.getResolution(cell)); return [cell, to, h3.cellToCenterChild(cell, to)]; },
  N() { const cell = someCell(); const to = Math.min(15, h3.getResolution(cell) + upTo(3)); return [cell, to, set(h3.cellToChildren(cell, to))]; },
  D() { const cell = someCell(), k = upTo(6); return [cell, k, set(h3.gridDisk(cell, k))]; },
  R() { const cell = someCell(), k = upTo(8); return [cell, k, set(h3.gridRing(cell, k))]; },
  G() {
    const cell = someCell(), resolution = h3.getResolution(cell);
    const other = random() < 0.6 ? pick(h3.gridDisk(cell, 1 + upTo(6)))
      : h3.latLngToCell(...wrap(h3.cellToLatLng(cell).map((v) => v + 5 * tiny())), resolution);
    return [cell, other, attempt(() => h3.gridDistance(cell, other))];
  },
  A() { const cell = someCell(), other = pick(h3.gridDisk(cell, 2)); return [cell, other, h3.areNeighborCells(cell, other) ? 1 : 0]; },
  E() {
    const cell = someCell(), other = pick(h3.gridRing(cell, 1));
    return [cell, other, h3.edgeLength(h3.cellsToDirectedEdge(cell, other), h3.UNITS.rads)];
  },
  S() { const cell = someCell(); return [cell, h3.cellArea(cell, h3.UNITS.rads2)]; },
  L() {
    const drawn = polygon();
    if (!drawn) return null;
    const { resolution, rings } = drawn;
    const mode = pick(Object.keys(modes));
    // The reference misses a cell in whose middle a hole lies wholly.
    if (mode === 'overlapping' && rings[1] && new Set(rings[1].map((at) => h3.latLngToCell(...at, resolution))).size === 1) return null;
    const cells = h3.polygonToCellsExperimental(rings, resolution, modes[mode]);
    if (mode === 'centre' && set(h3.polygonToCells(rings, resolution).sort()) !== set(cells.sort())) return null;
    return [mode, resolution, set(cells), ...rings.map((ring) => ring.flat().join(' '))];
  },
  K() {
    const cell = someCell(), k = upTo(9), compact = h3.compactCells(h3.gridDisk(cell, k));
    return [cell, k, set(compact), set(h3.uncompactCells(compact, h3.getResolution(cell)))];
  },
};
const shares = { P: 44, C: 12, B: 6, V: 4, H: 3, N: 2, D: 6, R: 4, G: 8, A: 3, E: 2, S: 2, L: 3, K: 1 };
const deck = Object.entries(shares).flatMap(([kind, share]) => Array(share).fill(kind));

mkdirSync(dirname(target), { recursive: true });
const zipped = target.endsWith('.gz');
const out = zipped ? null : openSync(target, 'w');
let lines = [], all = '';
const counts = {};
for (let made = 0; made < total;) {
  const kind = deck[made % deck.length];
  const record = makers[kind]();
  if (!record) continue;
  lines.push(`${kind}\t${record.join('\t')}\n`);
  counts[kind] = (counts[kind] ?? 0) + 1;
  made++;
  if (lines.length === 10000 || made === total) {
    if (zipped) all += lines.join(''); else writeSync(out, lines.join(''));
    lines = [];
  }
}
if (zipped) writeFileSync(target, gzipSync(all, { level: 9 })); else closeSync(out);
console.log(target, counts);
