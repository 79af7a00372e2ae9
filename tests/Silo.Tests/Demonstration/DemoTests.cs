using Canvass.Running;
using Canvass.Silo.Tests.Reading;

namespace Canvass.Silo.Tests.Demonstration;

[Trait("Category", "Cluster")]
public sealed class DemoTests : IDisposable
{
    private readonly TestFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task The_demo_prints_coverage_and_a_sent_canvass_and_survives_a_kill_without_a_second_city()
    {
        string cameras, incident, canvass, printed;
        await using (var first = await SiloProcess.StartAsync(_data.Path, "demo"))
        {
            printed = await first.PrintedAsync("TRY NEXT");
            (cameras, incident, canvass) = await RememberAsync(first.Http);
            await first.KillAsync();
        }

        await using var second = await SiloProcess.StartAsync(_data.Path, "demo");
        await second.PrintedAsync("TRY NEXT");

        Assert.Contains("INCIDENT demo:1", printed, StringComparison.Ordinal);
        Assert.Contains("CANVASS demo:1:1: sent", printed, StringComparison.Ordinal);
        Assert.Equal((cameras, incident, canvass), await RememberAsync(second.Http));
        Assert.Equal(8_700, await new RestingState(_data.Path).CountAsync("camera"));
        Assert.Equal(1, await new RestingState(_data.Path).CountAsync("incident"));
        Assert.All((await new RestingState(_data.Path).InboxesAsync()).Values, inbox => Assert.Single(inbox));
    }

    [Fact]
    public async Task A_demo_killed_in_the_middle_of_its_import_is_completed_by_the_next_start()
    {
        await using (var first = await SiloProcess.StartAsync(_data.Path, "demo"))
        {
            await first.KillAsync();
        }

        await using var second = await SiloProcess.StartAsync(_data.Path, "demo");
        await second.PrintedAsync("TRY NEXT");

        Assert.Equal(8_700, await new RestingState(_data.Path).CountAsync("camera"));
        Assert.Equal(1, await new RestingState(_data.Path).CountAsync("incident"));
    }

    [Fact]
    public async Task Without_the_demo_the_grid_starts_empty()
    {
        await using var silo = await SiloProcess.StartAsync(_data.Path);

        Assert.Empty(await silo.Http.ListAllAsync("/v1/cameras", "features"));
        Assert.Equal(0, await silo.StopAsync());
    }

    /// <summary>Cameras, incident and canvass as they stand once everything is delivered.</summary>
    private static async Task<(string Cameras, string Incident, string Canvass)> RememberAsync(HttpClient http)
    {
        var delivered = false;
        while (!delivered)
        {
            delivered = (await http.GetNodeAsync("/v1/canvasses/demo%3A1%3A1"))["delivered"]!.GetValue<bool>();
        }

        var cameras = await http.ListAllAsync("/v1/cameras", "features");
        Assert.Equal(5_700, cameras.Count);
        return (string.Concat(cameras.Select(camera => camera.ToJsonString())),
            (await http.GetNodeAsync("/v1/incidents/demo%3A1")).ToJsonString(),
            (await http.GetNodeAsync("/v1/canvasses/demo%3A1%3A1")).ToJsonString());
    }
}
