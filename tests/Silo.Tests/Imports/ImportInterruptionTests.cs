using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Canvass.Running;
using Canvass.Silo.Tests.Reading;

namespace Canvass.Silo.Tests.Imports;

/// <summary>Imports whose sender or whose server goes away in the middle.</summary>
[Trait("Category", "Chaos")]
public sealed class ImportInterruptionTests(ITestOutputHelper output) : IDisposable
{
    private const int Features = 6_000;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);
    private readonly TestFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_sender_that_goes_away_at_any_point_leaves_whole_rows_and_a_server_that_answers()
    {
        await using var silo = await SiloProcess.StartAsync(_data.Path);
        using var whole = new GeneratedCollection(Features) { Name = "whole" }.AsGeoJson();
        long size;
        using (var measured = new GeneratedCollection(Features).AsGeoJson())
        {
            await measured.CopyToAsync(Stream.Null);
            size = measured.Sent;
        }

        foreach (var part in (double[])[0, 0.01, 0.1, 0.35, 0.6, 0.85, 0.999])
        {
            using var body = new GeneratedCollection(Features, breakOffAfterBytes: (long)(size * part)) { Name = $"part {part}" }.AsGeoJson();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => silo.Http.PostAsync("/v1/cameras:import", body));
            Assert.Equal([], await new RestingState(_data.Path).BrokenCamerasAsync());
            Assert.Equal("ready", (await silo.Http.GetNodeAsync("/health/ready"))["status"]!.GetValue<string>());
        }

        Assert.Equal(Features, await ImportAsync(silo, whole));
        Assert.DoesNotContain(" failed with ", silo.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_killed_in_the_middle_of_an_import_has_whole_rows_and_importing_again_completes()
    {
        foreach (var killAt in (int[])[1, 1_700, 3_400])
        {
            var silo = await SiloProcess.StartAsync(_data.Path);
            var resting = new RestingState(_data.Path);
            using var body = new GeneratedCollection(Features) { Name = $"kill at {killAt}" }.AsGeoJson();
            var before = await resting.RevisionAsync();
            var importing = silo.Http.PostAsync("/v1/cameras:import", body);
            var started = Stopwatch.GetTimestamp();
            while (await resting.RevisionAsync() < before + killAt)
            {
                Assert.True(Stopwatch.GetElapsedTime(started) < Timeout, "The import did not come so far.");
            }

            await silo.KillAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => importing);
            await silo.DisposeAsync();
            Assert.Equal([], await resting.BrokenCamerasAsync());
            output.WriteLine($"Killed with {await resting.RevisionAsync() - before} of {Features} rows written.");
        }

        await using var again = await SiloProcess.StartAsync(_data.Path);
        using var last = new GeneratedCollection(Features) { Name = "last" }.AsGeoJson();
        Assert.Equal(Features, await ImportAsync(again, last));
    }

    private async Task<int> ImportAsync(SiloProcess silo, HttpContent body)
    {
        using var answer = await silo.Http.PostAsync("/v1/cameras:import", body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var counts = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Empty(counts["rejected"]!.AsArray());
        var resting = new RestingState(_data.Path);
        Assert.Equal([], await resting.BrokenCamerasAsync());
        Assert.Equal(Features, await resting.CountAsync("camera"));
        return counts["imported"]!.GetValue<int>() + counts["updated"]!.GetValue<int>();
    }
}
