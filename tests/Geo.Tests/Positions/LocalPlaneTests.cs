using Canvass.Geo.Positions;

namespace Canvass.Geo.Tests.Positions;

[Trait("Category", "Unit")]
public sealed class LocalPlaneTests
{
    // Lengths of a degree on WGS 84, in metres, as geodesy handbooks tabulate them.
    [Theory]
    [InlineData(0, 110_574, 111_320)]
    [InlineData(15, 110_649, 107_551)]
    [InlineData(30, 110_852, 96_486)]
    [InlineData(45, 111_132, 78_847)]
    [InlineData(60, 111_412, 55_800)]
    [InlineData(-75, 111_618, 28_902)]
    public void Degrees_have_the_length_of_the_ellipsoid_at_the_origin(double latDeg, double northM, double eastM)
    {
        var plane = new LocalPlane(new(latDeg, 10));

        Assert.Equal(northM, plane.MetresPerDegreeNorth, 1.0);
        Assert.Equal(eastM, plane.MetresPerDegreeEast, 1.0);
    }

    [Fact]
    public void Positions_across_the_antimeridian_are_near()
    {
        var plane = new LocalPlane(new(0, 179.999));

        var point = plane.ToPlane(new(0, -179.999));

        Assert.Equal(0.002 * plane.MetresPerDegreeEast, point.EastM, 1e-6);
        Assert.Equal(-179.999, plane.ToPosition(point).LngDeg, 1e-9);
    }

    [Fact]
    public void Positions_survive_the_way_to_the_plane_and_back()
    {
        var plane = new LocalPlane(new(33.78, -84.39));
        var position = new LatLng(33.79123, -84.40321);

        var back = plane.ToPosition(plane.ToPlane(position));

        Assert.Equal(position.LatDeg, back.LatDeg, 1e-12);
        Assert.Equal(position.LngDeg, back.LngDeg, 1e-12);
    }

    [Fact]
    public void A_plane_at_the_pole_stays_finite()
    {
        var position = new LocalPlane(new(90, 0)).ToPosition(new(100, 100));

        Assert.Equal(90, position.LatDeg);
        Assert.InRange(position.LngDeg, -180, 180);
    }
}
