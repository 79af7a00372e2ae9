using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;

namespace Canvass.Geo.Tests.Shapes;

[Trait("Category", "Unit")]
public sealed class ViewTests
{
    private static readonly LatLng Place = new(33.749, -84.388);
    private static readonly LocalPlane Plane = new(Place);

    [Theory]
    [InlineData(0.0, 90, 0, 99, true)]
    [InlineData(0.0, 90, 0, 101, false)]
    [InlineData(0.0, 90, 44, 50, true)]
    [InlineData(0.0, 90, 46, 50, false)]
    [InlineData(0.0, 90, 180, 1, false)]
    [InlineData(350.0, 30, 4, 50, true)]
    [InlineData(-10.0, 30, 4, 50, true)]
    [InlineData(710.0, 30, 6, 50, false)]
    [InlineData(90.0, 180, 1, 50, true)]
    [InlineData(90.0, 180, 359, 50, false)]
    [InlineData(90.0, 270, 316, 50, true)]
    [InlineData(90.0, 270, 314, 50, false)]
    [InlineData(90.0, 270, 270, 50, false)]
    [InlineData(90.0, 270, 224, 50, true)]
    [InlineData(90.0, 270, 226, 50, false)]
    [InlineData(90.0, 360, 270, 50, true)]
    [InlineData(null, 30, 123, 99, true)]
    public void A_sector_contains_what_lies_within_its_angle_and_range(
        double? bearingDeg, double hfovDeg, double towardsDeg, double atM, bool contains)
    {
        var (sin, cos) = Math.SinCos(towardsDeg * Math.PI / 180);
        var view = View.Sector(Place, bearingDeg, hfovDeg, 100);

        Assert.Equal(contains, view.DoesContain(Plane.ToPosition(new(atM * sin, atM * cos))));
    }

    [Fact]
    public void A_sector_keeps_what_it_was_made_of()
    {
        var view = Assert.IsType<SectorView>(View.Sector(Place, -10, 90, 40));

        Assert.Equal((Place, -10, 90, 40, false), (view.Position, view.BearingDeg, view.HfovDeg, view.RangeM, view.IsFullDisc));
        Assert.True(Assert.IsType<SectorView>(View.Sector(Place, null, 90, 40)).IsFullDisc);
        Assert.True(Assert.IsType<SectorView>(View.Sector(Place, 10, 400, 40)).IsFullDisc);
    }

    [Theory]
    [InlineData(91, 0, 0, 90, 40, "position")]
    [InlineData(0, double.NaN, 0, 90, 40, "position")]
    [InlineData(0, 0, double.NaN, 90, 40, "bearingDeg")]
    [InlineData(0, 0, 0, 0, 40, "hfovDeg")]
    [InlineData(0, 0, 0, double.NaN, 40, "hfovDeg")]
    [InlineData(0, 0, 0, 90, 0, "rangeM")]
    [InlineData(0, 0, 0, 90, double.PositiveInfinity, "rangeM")]
    public void A_sector_out_of_range_is_refused(
        double latDeg, double lngDeg, double bearingDeg, double hfovDeg, double rangeM, string name)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => View.Sector(new(latDeg, lngDeg), bearingDeg, hfovDeg, rangeM));

        Assert.Equal(name, refusal.ParamName);
    }

    [Fact]
    public void A_circle_out_of_range_is_refused()
    {
        Assert.Equal("radiusM", Assert.Throws<ArgumentOutOfRangeException>(() => Area.Circle(Place, 0)).ParamName);
        Assert.Equal("centre", Assert.Throws<ArgumentOutOfRangeException>(() => Area.Circle(new(0, 180.1), 10)).ParamName);
    }
}
