using Canvass.Running;
using Canvass.Silo.Hosting;

namespace Canvass.Silo.Tests.Hosting;

public sealed class StartTests
{
    [Theory]
    [Trait("Category", "Unit")]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://*:8080")]
    [InlineData("http://+:8080")]
    [InlineData("http://[::]:8080")]
    [InlineData("http://192.168.1.1:8080")]
    [InlineData("http://canvass.example:8080")]
    [InlineData("http://localhost:8080;http://0.0.0.0:8081")]
    public void Addresses_that_other_machines_reach_are_refused(string urls) =>
        Assert.Throws<StartRefusedException>(() => LoopbackGuard.Require(urls));

    [Theory]
    [Trait("Category", "Unit")]
    [InlineData("http://localhost:8080")]
    [InlineData("http://127.0.0.1:5000;http://[::1]:5000")]
    public void Loopback_addresses_are_accepted(string urls) => LoopbackGuard.Require(urls);

    [Theory]
    [Trait("Category", "Cluster")]
    [InlineData("Role=gateway", "Canvass__Role")]
    [InlineData("Role=silo", "Canvass__Database")]
    [InlineData("Role=boss", "Canvass__Role")]
    [InlineData("SiloPort=many", "Canvass__SiloPort")]
    [InlineData("AdvertisedAddress=here", "Canvass__AdvertisedAddress")]
    [InlineData("AdvertisedAddress=192.0.2.1", "Canvass__AdvertisedAddress")]
    [InlineData("DrainDelay=-00:00:01", "Canvass__DrainDelay")]
    [InlineData("ShutdownTimeout=00:00:00", "Canvass__ShutdownTimeout")]
    [InlineData("ResponseTimeout=00:00:00", "Canvass__ResponseTimeout")]
    [InlineData("MaxConcurrentRequests=0", "Canvass__MaxConcurrentRequests")]
    [InlineData("Database=postgres://localhost/canvass", "Canvass__Database")]
    [InlineData("CellResolution=12", "Canvass__CellResolution")]
    public async Task A_wrong_setting_is_refused_at_start_by_name(string setting, string named)
    {
        using var data = new TestFolder();

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => SiloProcess.StartAsync(data.Path, null, setting));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Two silos would otherwise share it, and a client would reach the one or the other.</summary>
    [Fact]
    [Trait("Category", "Cluster")]
    public async Task A_port_on_which_another_silo_listens_is_refused_by_name()
    {
        using var firstData = new TestFolder();
        using var secondData = new TestFolder();
        await using var first = await SiloProcess.StartAsync(firstData.Path);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => SiloProcess.StartAsync(secondData.Path, null, $"GatewayPort={first.GatewayPort}"));

        Assert.Contains("Canvass__GatewayPort", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("another process", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Cluster")]
    public async Task A_grid_of_another_cell_resolution_is_refused()
    {
        using var data = new TestFolder();
        await using (var silo = await SiloProcess.StartAsync(data.Path))
        {
            await silo.StopAsync();
        }

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => SiloProcess.StartAsync(data.Path, null, "CellResolution=7"));

        Assert.Contains("Canvass__CellResolution", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Cluster")]
    public async Task A_page_from_elsewhere_that_calls_the_loopback_doors_by_a_name_of_its_own_is_refused()
    {
        using var data = new TestFolder();
        await using var silo = await SiloProcess.StartAsync(data.Path);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/cameras");
        request.Headers.Host = "evil.example";

        using var answer = await silo.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
