using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Incidents;
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
    public async Task Homes_change_neither_shares_nor_blind_spots_however_many_they_are()
    {
        var without = await AskAsync(250);
        for (var i = 0; i < 12; i++)
        {
            await _grid.Client.Cameras.PutAsync(Samples.Registered($"home-{i}", Samples.Near(i * 15, i * 10)));
        }

        var with = await AskAsync(250);

        Assert.Equal((without.Share, without.Blind.Count), (with.Share, with.Blind.Count));
        Assert.Empty(with.Cameras);
    }

    [Fact]
    public async Task Draft_tells_of_homes_only_what_follows_from_the_buckets()
    {
        var drafts = new List<CanvassSummary>();
        for (var i = 0; i < 4; i++)
        {
            await _grid.Client.Cameras.PutAsync(Samples.Registered($"home-{i}", Samples.Near(i * 900, 0)));
            var report = Samples.Report($"{i}", _grid.Now);
            await _grid.Client.Incidents.ReportAsync(report);
            drafts.Add(await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny")));
        }

        foreach (var same in drafts.GroupBy(draft => string.Join(' ', draft.Homes.Cells)))
        {
            Assert.Single(same.Select(draft => (draft.Integrated, draft.Expected)).Distinct());
        }

        Assert.All(drafts, draft => Assert.True(draft.Expected.Low <= draft.Expected.High));
    }

    [Fact]
    public async Task Homes_beside_a_tiny_area_are_asked_and_those_far_away_are_not()
    {
        await _grid.Client.Cameras.PutAsync(Samples.Registered("near", Samples.Near(150, 0)));
        await _grid.Client.Cameras.PutAsync(Samples.Registered("far", Samples.Near(400, 0)));
        var report = Samples.Report("tiny", _grid.Now, radiusM: 10);
        await _grid.Client.Incidents.ReportAsync(report);
        var draft = await _grid.Client.Incidents.DraftCanvassAsync(report.Key, new("larceny"));
        await _grid.Client.Incidents.SendCanvassAsync(draft.Key);

        await _grid.WorkedOutAsync(draft.Key);

        Assert.Equal(["owner-of-near"], _grid.Asks().Select(ask => ask.Owner));
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

    private static IEnumerable<string> BucketsOf(CoverageReport report) => report.Registered.Select(count => count.Households.Text);

    private Task<CoverageReport> AskAsync(double radiusM) =>
        _grid.Client.CoverageAsync(new(IncidentArea.Circle(Samples.Midtown, radiusM), null), Stop);
}
