using Canvass.Contracts.Coverage;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Positions;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;
using Canvass.Grains.Coverage;
using Canvass.Grains.Tests.Running;

namespace Canvass.Grains.Tests.Coverage;

/// <summary>Questions that cost much, and what costs little beside them.</summary>
[Trait("Category", "Cluster")]
public sealed class CoverageLoadTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_of_cameras_does_not_wait_for_questions_of_coverage()
    {
        await using var grid = await TestGrid.StartAsync(coverageDeadline: TimeSpan.FromMinutes(5));
        await grid.Client.Cameras.PutAsync(Samples.Integrated("a"));
        var held = grid.Reads.HoldReads();
        var questions = Enumerable.Range(0, 4 * Environment.ProcessorCount).Select(_ => AskAsync(grid, 250)).ToList();

        var page = await grid.Client.Cameras.ListAsync(null, 10, null);

        Assert.Single(page.Cameras);
        Assert.All(questions, question => Assert.False(question.IsCompleted));
        held.SetResult();
        Assert.All(await Task.WhenAll(questions), report => Assert.Single(report.Cameras));
    }

    [Fact]
    public async Task Integrated_cameras_in_view_are_those_of_the_report()
    {
        await using var grid = await TestGrid.StartAsync();
        for (var i = 0; i < 8; i++)
        {
            await grid.Client.Cameras.PutAsync(Samples.Integrated($"pole-{i}", Samples.Near(60 * i, 0)));
            await grid.Client.Cameras.PutAsync(Samples.Registered($"home-{i}", Samples.Near(60 * i, 10)));
        }

        var report = await AskAsync(grid, 250);
        var list = await grid.Client.CamerasInViewAsync(IncidentArea.Circle(Samples.Midtown, 250), Stop);

        Assert.True(list.Complete);
        Assert.InRange(list.Cameras.Count, 2, 7);
        Assert.Equal(report.Cameras.Select(camera => new CameraInView(camera.Key, camera.Name, camera.Position, camera.DistanceM)), list.Cameras);
    }

    [Fact]
    public async Task Coverage_in_parts_names_each_camera_once_and_ends_with_the_report()
    {
        await using var grid = await TestGrid.StartAsync();
        for (var i = 0; i < 8; i++)
        {
            await grid.Client.Cameras.PutAsync(Samples.Integrated($"pole-{i}", Samples.Near(300 * i, 0)));
            await grid.Client.Cameras.PutAsync(Samples.Registered($"home-{i}", Samples.Near(300 * i, 10)));
        }

        var report = Samples.Report("parts", grid.Now) with { Area = IncidentArea.Circle(Samples.Midtown, 3_000) };
        await grid.Client.Incidents.ReportAsync(report);

        var parts = await grid.Client.Incidents.CoveragePartsAsync(report.Key, Stop).ToListAsync(Stop);

        Assert.Equal(Enumerable.Range(1, parts.Count - 1), parts.SkipLast(1).Select(part => part.Answered));
        Assert.All(parts.SkipLast(1), part => Assert.Null(part.Report));
        var last = parts[^1].Report!;
        Assert.True(last.Complete);
        Assert.Equal(8, last.Cameras.Count);
        Assert.Equal(
            last.Cameras.Select(camera => camera.Key.Id).Order(StringComparer.Ordinal),
            parts.SelectMany(part => part.Cameras).Select(camera => camera.Key.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Coverage_in_parts_of_an_unknown_incident_is_refused()
    {
        await using var grid = await TestGrid.StartAsync();

        await Assert.ThrowsAsync<RefusedException>(
            async () => await grid.Client.Incidents.CoveragePartsAsync(Samples.Report("unknown", grid.Now).Key, Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task Caller_who_leaves_a_wide_question_gives_its_turn_to_the_next()
    {
        await using var grid = await TestGrid.StartAsync(coverageDeadline: TimeSpan.FromSeconds(30));
        List<TaskCompletionSource> held = [];
        for (var i = 0; i < Math.Max(1, Environment.ProcessorCount - 1); i++)
        {
            // Far from the others, so that the cells of each read for themselves.
            var report = Samples.Report($"left-{i}", grid.Now) with { Area = IncidentArea.Circle(Samples.Near(20_000 * i, 0), 3_000) };
            await grid.Client.Incidents.ReportAsync(report);
            held.Add(grid.Reads.HoldReads());
            using var left = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            var parts = grid.Client.Incidents.CoveragePartsAsync(report.Key, left.Token).ToListAsync(left.Token).AsTask();
            await grid.Reads.ReadIsHeld.WaitAsync(Stop);
            await left.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => parts);
        }

        var next = AskAsync(grid, 3_000);
        held.ForEach(reads => reads.SetResult());

        Assert.True((await next).Complete);
    }

    [Fact]
    public async Task Area_of_a_list_is_checked()
    {
        await using var grid = await TestGrid.StartAsync();

        await Assert.ThrowsAsync<RefusedException>(() => grid.Client.CamerasInViewAsync(IncidentArea.Circle(Samples.Midtown, 5_001), Stop));
    }

    [Fact]
    public async Task Of_many_large_questions_a_few_are_answered_and_the_others_refused_at_once()
    {
        await using var grid = await TestGrid.StartAsync(coverageDeadline: TimeSpan.FromMinutes(5));
        var held = grid.Reads.HoldReads();
        var taken = Math.Max(1, Environment.ProcessorCount - 1) + WideSurveys.MaxWaiting;
        var questions = Enumerable.Range(0, taken + 10).Select(_ => AskAsync(grid, 2_000)).ToList();

        for (var refused = 0; refused < 10; refused++)
        {
            var question = await Task.WhenAny(questions);
            await Assert.ThrowsAsync<GridUnavailableException>(() => question);
            questions.Remove(question);
        }

        held.SetResult();
        Assert.All(await Task.WhenAll(questions), report => Assert.True(report.Complete));
    }

    [Fact]
    public async Task Views_of_as_many_corners_as_may_be_are_answered_in_full()
    {
        await using var grid = await TestGrid.StartAsync(coverageDeadline: TimeSpan.FromMinutes(5));
        for (var i = 0; i < 30; i++)
        {
            await grid.Client.Cameras.PutAsync(Samples.Integrated($"star-{i}", Samples.Near(i, 0)) with { ViewPolygon = Star(i) });
        }

        foreach (var radiusM in new[] { 250, 1_000 })
        {
            var report = await AskAsync(grid, radiusM);

            Assert.True(report.Complete);
            Assert.Equal(30, report.Cameras.Count);
        }
    }

    private static Task<CoverageReport> AskAsync(TestGrid grid, double radiusM) =>
        grid.Client.CoverageAsync(new(IncidentArea.Circle(Samples.Midtown, radiusM), null), Stop);

    private static Polygon Star(int northM)
    {
        const int Positions = PositionRules.MaxPolygonPositions;
        LatLng[] ring = [.. Enumerable.Range(0, Positions).Select(i => i % (Positions - 1)).Select(i => (Turn: Math.Tau * i / (Positions - 1), ReachM: i % 2 == 0 ? 150 : 700))
            .Select(corner => Samples.Near(northM + (corner.ReachM * Math.Cos(corner.Turn)), corner.ReachM * Math.Sin(corner.Turn)))];
        return Polygon.TryCreate([ring], out var polygon, out var error) ? polygon : throw new InvalidOperationException(error);
    }
}
