// The operations of bench/Geo.Micro/HexagonBenchmarks.cs in h3-js, over the same positions; best of five rounds.
import * as h3 from 'h3-js';

const count = 1024;
const positions = Array.from({ length: count }, (_, i) => [33.6 + (0.3 * i) / count, -84.55 + 0.3 * ((i * 0.6180339887498949) % 1)]);
const cells = positions.map(([lat, lng]) => h3.latLngToCell(lat, lng, 9));
const others = cells.map((cell, i) => h3.gridRing(cell, 5)[i % 30]);
const circle = Array.from({ length: 64 }, (_, i) => [
  33.75 + (500 / 111195) * Math.sin((2 * Math.PI * i) / 64), -84.39 + (500 / 92400) * Math.cos((2 * Math.PI * i) / 64)]);
const { containmentOverlapping } = h3.POLYGON_TO_CELLS_FLAGS;

const operations = {
  LatLngToCell: (i) => h3.latLngToCell(positions[i][0], positions[i][1], 9),
  CellToLatLng: (i) => h3.cellToLatLng(cells[i]),
  CellToBoundary: (i) => h3.cellToBoundary(cells[i]),
  CellToParent: (i) => h3.cellToParent(cells[i], 8),
  GridDisk1: (i) => h3.gridDisk(cells[i], 1),
  GridDisk5: (i) => h3.gridDisk(cells[i], 5),
  GridDistance: (i) => h3.gridDistance(cells[i], others[i]),
  PolygonToCells: () => h3.polygonToCells(circle, 9),
  PolygonToCellsOverlapping: () => h3.polygonToCellsExperimental(circle, 9, containmentOverlapping),
};

for (const [name, operation] of Object.entries(operations)) {
  const rounds = name.startsWith('Polygon') ? 1 : 40;
  let best = Infinity;
  for (let attempt = 0; attempt < 6; attempt++) {
    const start = process.hrtime.bigint();
    for (let round = 0; round < rounds; round++) {
      for (let i = 0; i < count; i++) operation(i);
    }
    best = Math.min(best, Number(process.hrtime.bigint() - start) / (rounds * count));
  }
  console.log(`${name.padEnd(28)}${best.toFixed(1).padStart(12)} ns`);
}
