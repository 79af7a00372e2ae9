using System.Net;
using System.Net.Sockets;
using Canvass.Silo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Canvass.Gateway.Tests.Running.GridFixture))]

namespace Canvass.Gateway.Tests.Running;

/// <summary>A whole grid in this process, its doors open on a port of its own, its state in a directory that goes with it.</summary>
public sealed class GridFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("canvass-gateway-");
    private WebApplication? _app;

    /// <summary>A caller of its doors.</summary>
    public HttpClient Http { get; private set; } = new();

    /// <summary>Further settings, as on the command line.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    public async ValueTask InitializeAsync()
    {
        var ports = FreePorts();
        _app = CanvassHost.Build(
        [
            "--urls=http://127.0.0.1:0", $"--Canvass:SiloPort={ports[0]}", $"--Canvass:GatewayPort={ports[1]}",
            $"--Canvass:DataDirectory={_state.FullName}", .. Settings,
        ]);
        await _app.StartAsync();
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Http = new() { BaseAddress = new Uri(address) };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _state.Delete(recursive: true);
    }

    private static int[] FreePorts()
    {
        var listeners = new[] { new TcpListener(IPAddress.Loopback, 0), new TcpListener(IPAddress.Loopback, 0) };
        foreach (var listener in listeners)
        {
            listener.Start();
        }

        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners)
        {
            listener.Dispose();
        }

        return ports;
    }
}
