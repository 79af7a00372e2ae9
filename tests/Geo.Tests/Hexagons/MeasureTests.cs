using Canvass.Geo.Hexagons;
using Canvass.Geo.Positions;
using CsCheck;

namespace Canvass.Geo.Tests.Hexagons;

[Trait("Category", "Unit")]
public class MeasureTests
{
    [Fact]
    public void A_quarter_of_the_equator_is_a_quarter_of_the_circumference()
    {
        Assert.Equal(Math.PI / 2, H3Sphere.GreatCircleDistanceRads(new LatLng(0, 10), new LatLng(0, 100)), 1e-15);
        Assert.Equal(Math.PI / 2 * H3Sphere.RadiusMetres, H3Sphere.GreatCircleDistanceM(new LatLng(90, 0), new LatLng(0, 77)), 1e-6);
        Assert.Equal(Math.PI, H3Sphere.GreatCircleDistanceRads(new LatLng(20, 30), new LatLng(-20, -150)), 1e-12);
        Assert.Equal(0, H3Sphere.GreatCircleDistanceM(new LatLng(20, 30), new LatLng(20, 30)));
        Assert.Throws<ArgumentOutOfRangeException>(() => H3Sphere.GreatCircleDistanceM(new LatLng(double.NaN, 0), default));
    }

    [Fact]
    public void An_edge_is_as_long_from_both_sides() =>
        Draw.Cell().Sample(cell =>
        {
            var neighbours = cell.GridRing(1);
            Assert.All(neighbours, other => Assert.Equal(1, cell.EdgeLengthM(other) / other.EdgeLengthM(cell), 1e-6));
            var corners = cell.CellToBoundary();
            var around = corners.Select((corner, i) => H3Sphere.GreatCircleDistanceM(corner, corners[(i + 1) % corners.Length])).Sum();
            Assert.Equal(1, neighbours.Sum(cell.EdgeLengthM) / around, 1e-6);
        });

    // Averages of the H3 library's table of cell statistics.
    [Theory]
    [InlineData(0, 4357449.416078383, 1281256.0110)]
    [InlineData(9, 0.1053325, 200.786148)]
    [InlineData(15, 0.0000008953, 0.584168630)]
    public void Averages_are_those_of_the_reference_library(int resolution, double areaKm2, double edgeM)
    {
        Assert.Equal(1, H3Index.GetHexagonAreaAvgKm2(resolution) / areaKm2, 1e-4);
        Assert.Equal(1, H3Index.GetHexagonAreaAvgM2(resolution) / areaKm2 / 1e6, 1e-4);
        Assert.Equal(1, H3Index.GetHexagonEdgeLengthAvgM(resolution) / edgeM, 1e-4);
        Assert.Throws<ArgumentOutOfRangeException>(() => H3Index.GetHexagonAreaAvgKm2(16));
    }
}
