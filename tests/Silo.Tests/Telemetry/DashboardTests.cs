using System.Net;
using System.Net.Sockets;
using Canvass.Silo.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Canvass.Silo.Tests.Telemetry;

[Trait("Category", "Cluster")]
public sealed class DashboardTests
{
    [Fact]
    public async Task The_dashboard_shows_the_silos_of_the_cluster()
    {
        var ports = FreePorts();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo => silo.UseLocalhostClustering(ports[0], ports[1]).AddGridDashboard());
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGridDashboard();
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new(app.Urls.Single()) };

        var page = await http.GetStringAsync(new Uri("/dashboard/", UriKind.Relative));

        Assert.Contains("<html", page, StringComparison.OrdinalIgnoreCase);
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!(await http.GetStringAsync(new Uri("/dashboard/DashboardCounters", UriKind.Relative))).Contains($"127.0.0.1:{ports[0]}", StringComparison.Ordinal))
        {
            await timer.WaitForNextTickAsync(timeout.Token);
        }

        await app.StopAsync();
    }

    private static int[] FreePorts()
    {
        var listeners = Enumerable.Range(0, 2).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Stop());
        return ports;
    }
}
