using Canvass.Geo.Hexagons;
using Canvass.Geo.Positions;
using CsCheck;

namespace Canvass.Geo.Tests.Hexagons;

[Trait("Category", "Unit")]
public class PolygonTests
{
    private static readonly LatLng[] Antimeridian = [new(-18, 178), new(-18, -178), new(-15, -179), new(-15, 179)];

    [Fact]
    public void Overlapping_cells_include_those_by_centre_and_these_the_full_ones() =>
        Stars.Sample(star =>
        {
            var (rings, resolution) = star;
            var overlapping = H3Index.PolygonToCells(rings, resolution, PolygonContainment.Overlapping).ToHashSet();
            var centre = H3Index.PolygonToCells(rings, resolution).ToHashSet();
            var full = H3Index.PolygonToCells(rings, resolution, PolygonContainment.Full).ToHashSet();
            Assert.Subset(overlapping, centre);
            Assert.Subset(centre, full);
            Assert.Contains(H3Index.LatLngToCell(rings[0][0], resolution), overlapping);
            // A corner may lie between an edge of its cell on the sphere and the same edge on the map.
            Assert.All(rings.SelectMany(ring => ring), corner =>
                Assert.Contains(H3Index.LatLngToCell(corner, resolution).GridDisk(1), overlapping.Contains));
        }, iter: 300);

    [Fact]
    public void A_polygon_and_its_hole_share_out_the_cells_by_centre() =>
        Stars.Where(star => star.Rings.Count == 2).Sample(star =>
        {
            var (rings, resolution) = star;
            var all = H3Index.PolygonToCells([rings[0]], resolution);
            var hole = H3Index.PolygonToCells([rings[1]], resolution);
            var rest = H3Index.PolygonToCells(rings, resolution);
            Assert.Equal(all, rest.Concat(hole).Order());
        }, iter: 200);

    [Fact]
    public void The_direction_and_the_closing_corner_of_a_ring_do_not_matter()
    {
        var cells = H3Index.PolygonToCells([Antimeridian], 5);
        Assert.Equal(cells, H3Index.PolygonToCells([[.. Antimeridian.Reverse()]], 5));
        Assert.Equal(cells, H3Index.PolygonToCells([[.. Antimeridian, Antimeridian[0]]], 5));
        Assert.Equal(cells.Order(), cells);
    }

    [Fact]
    public void A_polygon_across_the_antimeridian_is_as_large_as_anywhere_else()
    {
        LatLng[] moved = [.. Antimeridian.Select(corner => new LatLng(corner.LatDeg, (corner.LngDeg + 360) % 360 - 60))];
        var area = H3Index.PolygonToCells([Antimeridian], 6).Sum(cell => cell.CellAreaKm2());
        Assert.Equal(1, area / H3Index.PolygonToCells([moved], 6).Sum(cell => cell.CellAreaKm2()), 0.01);
    }

    [Fact]
    public void A_polygon_smaller_than_a_cell_overlaps_it()
    {
        LatLng[] small = [new(33.75, -84.39), new(33.7501, -84.39), new(33.75, -84.3901)];
        Assert.Equal([H3Index.LatLngToCell(small[0], 5)], H3Index.PolygonToCells([small], 5, PolygonContainment.Overlapping));
        Assert.Empty(H3Index.PolygonToCells([small], 5, PolygonContainment.Full));
    }

    [Fact]
    public void A_cell_with_a_hole_in_its_middle_overlaps_the_polygon_but_is_not_full()
    {
        var cell = H3Index.Parse("85283473fffffff");
        var centre = cell.CellToLatLng();
        LatLng[] Square(double half) =>
        [
            new(centre.LatDeg - half, centre.LngDeg - half), new(centre.LatDeg - half, centre.LngDeg + half),
            new(centre.LatDeg + half, centre.LngDeg + half), new(centre.LatDeg + half, centre.LngDeg - half),
        ];
        LatLng[][] rings = [Square(1), Square(0.001)];
        Assert.Contains(cell, H3Index.PolygonToCells(rings, 5, PolygonContainment.Overlapping));
        Assert.DoesNotContain(cell, H3Index.PolygonToCells(rings, 5, PolygonContainment.Full));
        Assert.DoesNotContain(cell, H3Index.PolygonToCells(rings, 5));
    }

    [Fact]
    public void Polygons_that_are_none_are_refused()
    {
        LatLng[] aroundThePole = [new(80, 0), new(80, 120), new(80, -120)];
        Assert.Contains("around a pole", Assert.Throws<ArgumentException>(() => H3Index.PolygonToCells([aroundThePole], 3)).Message);
        Assert.Throws<ArgumentException>(() => H3Index.PolygonToCells([], 3));
        Assert.Throws<ArgumentException>(() => H3Index.PolygonToCells([[new(0, 0), new(1, 1), new(0, 0)]], 3));
        Assert.Throws<ArgumentException>(() => H3Index.PolygonToCells([[new(0, 0), new(1, 1), new(0, double.NaN)]], 3));
        Assert.Throws<ArgumentException>(() => H3Index.PolygonToCells([[new(0, 0), new(91, 1), new(0, 1)]], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => H3Index.PolygonToCells([Antimeridian], 16));
        Assert.Throws<ArgumentOutOfRangeException>(() => H3Index.PolygonToCells([Antimeridian], 3, (PolygonContainment)7));
    }

    private static Gen<(List<LatLng[]> Rings, int Resolution)> Stars { get; } =
        Gen.Select(Draw.Position, Gen.Int[1, 12], Gen.Double[0.3, 4], Gen.Bool, Gen.Int).Where((at, resolution, size, _, _) =>
            Math.Abs(at.LatDeg) + size * Degrees(resolution) < 75).Select((at, resolution, size, hole, seed) =>
        {
            var random = new Random(seed);
            var reach = size * Degrees(resolution);
            List<LatLng[]> rings = hole ? [Star(at, reach, random), Star(at, reach * 0.2, random)] : [Star(at, reach, random)];
            return (rings, resolution);
        });

    private static double Degrees(int resolution) => H3Index.GetHexagonEdgeLengthAvgM(resolution) / 111_200;

    private static LatLng[] Star(LatLng at, double reach, Random random)
    {
        var count = random.Next(3, 10);
        var turn = random.NextDouble();
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var (sin, cos) = Math.SinCos((turn + i) * 2 * Math.PI / count);
            var length = reach * (0.5 + random.NextDouble() / 2);
            return new LatLng(at.LatDeg + length * sin, at.LngDeg + length * cos);
        })];
    }
}
