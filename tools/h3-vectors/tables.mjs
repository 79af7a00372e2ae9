// Derives the constant tables of src/Geo/Hexagons from the h3-js package, checks them against its public functions,
// and writes them as C#. Usage: node tables.mjs [output folder]; without a folder it only checks.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as h3 from 'h3-js';

const require = createRequire(import.meta.url);
const bundle = readFileSync(require.resolve('h3-js'), 'utf8');
const image = Buffer.from(/base64,([A-Za-z0-9+/=]{20000,})/.exec(bundle)[1], 'base64');

// The constants stand in the package's data segment; each table is found by its first entries.
function locate(bytes) {
  const at = image.indexOf(bytes);
  if (at < 0 || image.indexOf(bytes, at + 1) >= 0) throw new Error('table not found, or not unique');
  return at;
}
const int32 = (values) => Buffer.from(new Int32Array(values).buffer);
const float64 = (values) => Buffer.from(new Float64Array(values).buffer);
const ints = (at, count) => Array.from({ length: count }, (_, i) => image.readInt32LE(at + 4 * i));
const doubles = (at, count) => Array.from({ length: count }, (_, i) => image.readDoubleLE(at + 8 * i));
const rows = (values, width) => Array.from({ length: values.length / width }, (_, i) => values.slice(i * width, (i + 1) * width));

const neighbours = rows(ints(locate(int32([0, 1, 5, 2, 4, 3, 8])), 122 * 7), 7);
const rotations = rows(ints(locate(int32([0, 5, 0, 0, 1, 5, 1])), 122 * 7), 7);
const homes = rows(ints(locate(int32([1, 1, 0, 0, 0, 0, 0, 2, 1, 1, 0])), 122 * 7), 7);
const faceCells = rows(ints(locate(int32([16, 0, 18, 0, 24, 0, 33, 0])), 20 * 27 * 2), 2);
const faceNeighbours = rows(ints(locate(int32([0, 0, 0, 0, 0, 4, 2, 0, 2, 1])), 20 * 4 * 5), 5);
const centres = rows(doubles(locate(float64([0.2199307791404606])), 60), 3);
const azimuths = rows(doubles(locate(float64([5.619958268523939882])), 60), 3).map((row) => row[0]);

// Lattice arithmetic on the axes i and j (k folded in), digits in the order of their number.
const units = [[0, 0], [-1, -1], [0, 1], [-1, 0], [1, 0], [0, -1], [1, 1]];
const digitOf = ([a, b]) => units.findIndex((u) => u[0] === a && u[1] === b);
const up = { odd: ([a, b]) => [Math.round((3 * a - b) / 7), Math.round((a + 2 * b) / 7)],
  even: ([a, b]) => [Math.round((2 * a + b) / 7), Math.round((3 * b - a) / 7)] };
const down = { odd: ([a, b]) => [2 * a + b, 3 * b - a], even: ([a, b]) => [3 * a - b, a + 2 * b] };
function steps(parity) {
  return units.map((from) => units.map((by) => {
    const sum = [from[0] + by[0], from[1] + by[1]];
    const parent = up[parity](sum);
    const base = down[parity](parent);
    return digitOf([sum[0] - base[0], sum[1] - base[1]]) | (digitOf(parent) << 3);
  }));
}

// A face's plane touches the sphere at its centre; x points along the azimuth of its first axis, y is 90° left of it.
const frames = centres.map(([x, y, z], face) => {
  const lat = Math.atan2(z, Math.hypot(x, y)), lng = Math.atan2(y, x);
  const north = [-Math.sin(lat) * Math.cos(lng), -Math.sin(lat) * Math.sin(lng), Math.cos(lat)];
  const east = [-Math.sin(lng), Math.cos(lng), 0];
  const sin = Math.sin(azimuths[face]), cos = Math.cos(azimuths[face]);
  return [[x, y, z], north.map((n, i) => cos * n + sin * east[i]), north.map((n, i) => sin * n - cos * east[i])];
});

function check() {
  const fail = (what) => { throw new Error(what); };
  const cells = h3.getRes0Cells().sort((a, b) => h3.getBaseCellNumber(a) - h3.getBaseCellNumber(b));
  cells.forEach((cell, number) => {
    const around = h3.gridDisk(cell, 1).map(h3.getBaseCellNumber).sort((a, b) => a - b);
    const table = neighbours[number].filter((n) => n !== 127).sort((a, b) => a - b);
    if (around.join() !== table.join()) fail(`neighbours of base cell ${number}`);
    if (h3.isPentagon(cell) !== (homes[number][4] === 1)) fail(`pentagon flag of base cell ${number}`);
    if (h3.getIcosahedronFaces(cell).indexOf(homes[number][0]) < 0) fail(`home face of base cell ${number}`);
  });
  frames.forEach(([[x, y, z]], face) => {
    const cell = h3.latLngToCell(Math.atan2(z, Math.hypot(x, y)) * 180 / Math.PI, Math.atan2(y, x) * 180 / Math.PI, 0);
    if (h3.getBaseCellNumber(cell) !== faceCells[face * 27][0]) fail(`centre of face ${face}`);
    if (frames.filter(([other]) => Math.abs(other[0] * x + other[1] * y + other[2] * z - Math.sqrt(5) / 3) < 1e-12).length !== 3) {
      fail(`neighbours of face ${face}`);
    }
  });
}

const bytes = (table, indent = '        ') => table.map((row) => `${indent}${row.join(', ')},`).join('\n');
// Spans of bytes are read in place; those of larger numbers allocate in code that is not optimised, so these are arrays.
const member = (name, doc, type, body) => {
  const declaration = type === 'double' ? `static readonly double[] ${name} =` : `static ReadOnlySpan<${type}> ${name} =>`;
  return `    /// <summary>${doc}</summary>\n    public ${declaration}\n    [\n${body}\n    ];\n`;
};
const file = (name, doc, members) => `namespace Canvass.Geo.Hexagons;

// Written by tools/h3-vectors/tables.mjs; do not edit by hand.

/// <summary>${doc}</summary>
internal static class ${name}
{
${members.join('\n')}}
`;
const axial = ([i, j, k]) => [i - k, j - k];
const groups = (table, width) => rows(table, width).map((group) => group.flat());

check();
if (process.argv[2]) {
  const folder = process.argv[2];
  writeFileSync(join(folder, 'BaseCellNeighbours.cs'), file('BaseCellNeighbours', 'How the 122 base cells border on each other.', [
    member('Cells', 'Base cell × direction digit → neighbouring base cell; 127 where a pentagon has none.', 'byte', bytes(neighbours)),
    member('Rotations', 'Base cell × direction digit → turns of 60° counter-clockwise into its orientation (255: none).', 'byte', bytes(rotations.map((r) => r.map((v) => v & 255)))),
  ]));
  writeFileSync(join(folder, 'BaseCellHomes.cs'), file('BaseCellHomes', 'Where the 122 base cells lie on the icosahedron.', [
    member('Rows', 'Base cell → home face, its two coordinates there, pentagon or not, and two faces of clockwise offset (or −1).', 'sbyte',
      bytes(homes.map(([face, i, j, k, pentagon, cw0, cw1]) => [face, ...axial([i, j, k]), pentagon, ...(pentagon && (cw0 || cw1) ? [cw0, cw1] : [-1, -1])]))),
  ]));
  writeFileSync(join(folder, 'FaceBaseCells.cs'), file('FaceBaseCells', 'Which base cell lies where on each of the 20 faces.', [
    member('Cells', 'Face × i × j × k (each 0 to 2) → base cell.', 'byte', bytes(groups(faceCells.map((f) => [f[0]]), 27))),
    member('Rotations', 'Face × i × j × k → turns of 60° counter-clockwise into the base cell’s own orientation.', 'byte', bytes(groups(faceCells.map((f) => [f[1]]), 27))),
  ]));
  writeFileSync(join(folder, 'FaceTables.cs'), file('FaceTables', 'The 20 faces of the icosahedron: their planes and their neighbours.', [
    member('Frames', 'Face → centre (unit vector), x axis and y axis of its tangent plane, each as three numbers and a 0.', 'double', bytes(frames.flatMap((f) => f.map((v) => [...v, 0])))),
    member('Neighbours', 'Face × side (ij, ki, jk) → neighbouring face, the two coordinates of the shift, turns of 60° counter-clockwise.', 'sbyte',
      bytes(rows(faceNeighbours, 4).map((sides) => sides.slice(1).flatMap(([face, i, j, k, turns]) => [face, ...axial([i, j, k]), turns])))),
  ]));
  const averages = (of, unit) => Array.from({ length: 16 }, (_, resolution) => [of(resolution, unit)]);
  writeFileSync(join(folder, 'HexagonAverages.cs'), file('HexagonAverages', 'Mean sizes of the hexagons by resolution.', [
    member('AreaKm2', 'Area in square kilometres.', 'double', bytes(averages(h3.getHexagonAreaAvg, h3.UNITS.km2))),
    member('AreaM2', 'Area in square metres.', 'double', bytes(averages(h3.getHexagonAreaAvg, h3.UNITS.m2))),
    member('EdgeM', 'Edge length in metres.', 'double', bytes(averages(h3.getHexagonEdgeLengthAvg, h3.UNITS.m))),
  ]));
  writeFileSync(join(folder, 'StepTables.cs'), file('StepTables', 'One step on the lattice, digit by digit.', [
    member('Odd', 'Digit × direction at an odd resolution → new digit, and from bit 3 on the step to carry to the parent.', 'byte', bytes(steps('odd'))),
    member('Even', 'The same at an even resolution.', 'byte', bytes(steps('even'))),
  ]));
}
console.log('The tables agree with h3-js.');
