using Canvass.Contracts.Coverage;
using Canvass.Contracts.Incidents;
using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;
using Canvass.Grains.Tests.Running;

namespace Canvass.Grains.Tests.Coverage;

/// <summary>A home's location is nobody's business until its owner shares, however cleverly areas are drawn.</summary>
[Trait("Category", "Cluster")]
public sealed class RegisteredPrivacyTests : IAsyncLifetime
{
    private TestGrid _grid = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _grid = await TestGrid.StartAsync();

    public ValueTask DisposeAsync() => _grid.DisposeAsync();

    [Fact]
    public async Task A_lone_home_changes_nothing_but_the_bucket_of_its_whole_cell()
    {
        var without = await AskAsync(250);

        await _grid.Client.Cameras.PutAsync(Samples.Registered("home"));
        var with = await AskAsync(250);

        Assert.Equal(without.Share, with.Share);
        Assert.Equal(without.Blind, with.Blind);
        Assert.Empty(with.Cameras);
        Assert.Equal(["0", "<5"], new[] { BucketsOf(without).Max()!, BucketsOf(with).Max(StringComparer.Ordinal)! });
    }

    [Fact]
    public async Task Small_areas_tell_nothing_of_registered_views_wherever_they_are_drawn()
    {
        for (var i = 0; i < 12; i++)
        {
            await _grid.Client.Cameras.PutAsync(Samples.Registered($"home-{i}", Samples.Near(i * 15, i * 10)));
        }

        foreach (var radiusM in new[] { 10, 40, 100, 170 })
        {
            var report = await AskAsync(radiusM);

            Assert.Null(report.Share.Registered);
            Assert.Equal(report.Share.Integrated, report.Share.Any);
        }
    }

    [Fact]
    public async Task The_bucket_of_a_cell_is_the_same_for_every_area_that_touches_it()
    {
        for (var i = 0; i < 7; i++)
        {
            await _grid.Client.Cameras.PutAsync(Samples.Registered($"home-{i}", Samples.Near(i * 12, 0)));
        }

        var buckets = new Dictionary<string, HashSet<string>>();
        for (var shift = -300; shift <= 300; shift += 50)
        {
            var report = await _grid.Client.CoverageAsync(new(IncidentArea.Circle(Samples.Near(shift, shift / 2.0), 60), null), Stop);
            foreach (var count in report.Registered)
            {
                (buckets.TryGetValue(count.Cell.ToString(), out var seen) ? seen : buckets[count.Cell.ToString()] = []).Add(count.Households.Text);
            }
        }

        Assert.All(buckets.Values, texts => Assert.Single(texts));
    }

    [Fact]
    public async Task Households_are_counted_not_cameras()
    {
        for (var i = 0; i < 6; i++)
        {
            await _grid.Client.Cameras.PutAsync(Samples.Registered($"lens-{i}") with { OwnerKey = new("one-household") });
        }

        Assert.Equal("<5", BucketsOf(await AskAsync(250)).Max(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_share_of_a_crowd_is_told_to_a_hundredth_and_agrees_with_the_union()
    {
        var views = new List<View>();
        for (var i = 0; i < 9; i++)
        {
            var camera = Samples.Registered($"home-{i}", Samples.Near(((i % 3) - 1) * 70, ((i / 3) - 1) * 70));
            await _grid.Client.Cameras.PutAsync(camera);
            views.Add(camera.View());
        }

        var report = await AskAsync(250);

        var truth = new Geo.Scenes.Scene(Area.Circle(Samples.Midtown, 250)).ShareOf(views);
        Assert.Equal(truth, report.Share.Registered!.Value, 0.005);
        Assert.Equal(Math.Round(report.Share.Registered.Value, 2), report.Share.Registered.Value);
    }

    [Fact]
    public async Task A_spot_that_five_households_see_is_not_blind_and_one_that_four_see_is()
    {
        var spot = new Geo.Scenes.Scene(Area.Circle(Samples.Midtown, 250)).BlindCells([], 11)[40];
        var centre = spot.CellToLatLng();
        for (var i = 0; i < 4; i++)
        {
            await PutLookingAtAsync($"home-{i}", centre);
        }

        Assert.Contains(spot, (await AskAsync(250)).Blind);

        await PutLookingAtAsync("home-4", centre);
        Assert.DoesNotContain(spot, (await AskAsync(250)).Blind);
    }

    private static IEnumerable<string> BucketsOf(CoverageReport report) => report.Registered.Select(count => count.Households.Text);

    private Task<CoverageReport> AskAsync(double radiusM) =>
        _grid.Client.CoverageAsync(new(IncidentArea.Circle(Samples.Midtown, radiusM), null), Stop);

    private Task PutLookingAtAsync(string id, LatLng spot) => _grid.Client.Cameras.PutAsync(Samples.Registered(id, spot));
}
