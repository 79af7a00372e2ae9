using Canvass.Contracts.Cameras;
using Canvass.Contracts.Incidents;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Positions;
using Canvass.Geo.Scenes;
using Canvass.Geo.Shapes;

namespace Canvass.Demo.Tests.City;

[Trait("Category", "Unit")]
public sealed class DemoCoverageTests
{
    private static readonly IReadOnlyList<Camera> Cameras = [.. DemoCity.Cameras()];
    private static readonly Scene Scene = new(Area.Circle(DemoCity.IncidentPosition, IncidentArea.DefaultRadiusM));
    private static readonly IReadOnlyList<Camera> Seeing = [.. Cameras.Where(camera => Scene.IsSeenBy(camera.View()))];

    [Fact]
    public void Incident_is_seen_by_five_to_fifteen_integrated_cameras_of_several_owners()
    {
        var integrated = Seeing.Where(camera => camera.Tier == CameraTier.Integrated).ToList();

        Assert.InRange(integrated.Count, 5, 15);
        Assert.True(integrated.DistinctBy(camera => camera.Owner).Count() >= 3);
    }

    [Fact]
    public void Incident_is_seen_by_several_households() =>
        Assert.True(Seeing.Where(camera => camera.Tier == CameraTier.Registered).DistinctBy(camera => camera.Owner).Count() >= 5);

    [Fact]
    public void Incident_shows_footage_that_exists_that_expires_and_that_was_never_recorded()
    {
        var outOfOrder = DemoCity.Outages(DateTimeOffset.UnixEpoch).Select(outage => outage.Camera).ToHashSet();
        var integrated = Seeing.Where(camera => camera.Tier == CameraTier.Integrated).ToList();

        Assert.Contains(integrated, camera => outOfOrder.Contains(camera.Key));
        Assert.Contains(integrated, camera => camera.Retention == TimeSpan.FromHours(24));
        Assert.Contains(integrated, camera => camera.Retention > TimeSpan.FromHours(48));
    }

    [Fact]
    public void Every_cell_of_the_incident_holds_enough_households_to_be_told()
    {
        var households = HouseholdsByCell();
        var cells = Scene.Cells(9).Select(cell => cell.CellToParent(8)).Distinct();

        Assert.All(cells, cell => Assert.True(households[cell] >= 5));
    }

    [Theory]
    [InlineData(33.749, -84.388)]
    [InlineData(33.783, -84.383)]
    public void Typical_cell_of_downtown_and_midtown_holds_enough_households_to_be_told(double lat, double lng)
    {
        var households = HouseholdsByCell();
        var counts = new Scene(Area.Circle(new LatLng(lat, lng), 900)).Cells(9).Select(cell => cell.CellToParent(8)).Distinct()
            .Select(cell => households.GetValueOrDefault(cell)).Order().ToList();

        Assert.True(counts[counts.Count / 2] >= 5);
    }

    private static Dictionary<H3Index, int> HouseholdsByCell() => Cameras
        .Where(camera => camera.Tier == CameraTier.Registered)
        .GroupBy(camera => H3Index.LatLngToCell(camera.Position, 9).CellToParent(8))
        .ToDictionary(cell => cell.Key, cell => cell.DistinctBy(camera => camera.Owner).Count());
}
