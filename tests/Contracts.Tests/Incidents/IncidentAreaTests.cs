using System.Runtime.CompilerServices;
using System.Text.Json;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Json;
using Canvass.Contracts.Tests.Running;
using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;

namespace Canvass.Contracts.Tests.Incidents;

[Trait("Category", "Unit")]
public sealed class IncidentAreaTests
{
    private static readonly LatLng Centre = new(33.78, -84.38);

    [Fact]
    public void An_area_keeps_the_form_in_which_it_is_stored() => Assert.Equal(
        """{"centre":[-84.38,33.78],"radiusM":100}""", JsonSerializer.Serialize(IncidentArea.Circle(Centre, 100), GridJson.Options));

    [Fact]
    public void A_circle_and_a_polygon_round_trip_as_json_and_between_processes()
    {
        foreach (var area in (IncidentArea[])[IncidentArea.Circle(Centre, 100), IncidentArea.Of(Triangle())])
        {
            foreach (var read in (IncidentArea[])[WireFormat.Send(area), JsonSerializer.Deserialize<IncidentArea>(
                JsonSerializer.Serialize(area, GridJson.Options), GridJson.Options)!])
            {
                Assert.Equal((area.Centre, area.RadiusM), (read.Centre, read.RadiusM));
                Assert.Equal(area.Polygon?.Rings.SelectMany(ring => ring), read.Polygon?.Rings.SelectMany(ring => ring));
            }
        }
    }

    [Fact]
    public void An_area_that_is_both_or_neither_is_refused_however_it_arrives()
    {
        Assert.Throws<ArgumentException>(() => new IncidentArea(null));
        Assert.Throws<ArgumentException>(() => new IncidentArea(Centre, 100, Triangle()));
        Assert.Throws<ArgumentException>(() => JsonSerializer.Deserialize<IncidentArea>("{}", GridJson.Options));
        var both = IncidentArea.Circle(Centre);
        PolygonOf(both) = Triangle();

        var bytes = WireFormat.Write(both);

        Assert.Throws<ArgumentException>(() => WireFormat.Receive<IncidentArea>(bytes));
    }

    private static Polygon Triangle() =>
        Polygon.TryCreate([[new(33.78, -84.39), new(33.78, -84.38), new(33.79, -84.38), new(33.78, -84.39)]], out var polygon, out _)
            ? polygon!
            : throw new InvalidOperationException();

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Polygon>k__BackingField")]
    private static extern ref Polygon? PolygonOf(IncidentArea area);
}
