using System.Globalization;
using System.Net;
using Canvass.Running.Processes;

namespace Canvass.Running.Clusters;

/// <summary>A place of a cluster in which a process runs: it can be killed and started again, on the same addresses.</summary>
public sealed class GridNode : IAsyncDisposable
{
    private readonly Dictionary<string, string> _settings;
    private readonly string? _networkNamespace;
    private readonly Transcript _transcript;
    private ProgramProcess? _process;

    internal GridNode(
        string name, NodeRole role, IPAddress ip, IReadOnlyDictionary<string, string> settings, string? networkNamespace, GridClusterOptions options)
    {
        var ports = FreePorts.Take(3);
        Name = name;
        Role = role;
        Address = new($"http://{ip}:{ports[0]}");
        SiloEndPoint = new(ip, ports[1]);
        GatewayEndPoint = new(ip, ports[2]);
        ProgramFolder = options.ProgramFolder;
        Http = new() { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(5) };
        _networkNamespace = networkNamespace;
        _transcript = new(options.LogFolder is { } folder ? Path.Combine(folder, $"{name}.log") : null);
        _settings = new(settings)
        {
            ["Role"] = role is NodeRole.Silo ? "silo" : "gateway",
            ["SiloPort"] = Text(SiloEndPoint.Port),
            ["GatewayPort"] = Text(GatewayEndPoint.Port),
            ["AdvertisedAddress"] = ip.ToString(),
        };
    }

    /// <summary>What it is called: <c>silo-1</c>, <c>gateway-2</c>.</summary>
    public string Name { get; }

    public NodeRole Role { get; }

    /// <summary>Where its HTTP doors are.</summary>
    public Uri Address { get; }

    /// <summary>Where other silos reach it; its address and port in the membership table.</summary>
    public IPEndPoint SiloEndPoint { get; }

    /// <summary>Where gateways and the client library reach it.</summary>
    public IPEndPoint GatewayEndPoint { get; }

    /// <summary>The folder of the program that the next start runs; null: the one that the tests were built with.</summary>
    public string? ProgramFolder { get; set; }

    public HttpClient Http { get; }

    /// <summary>What all its processes printed.</summary>
    public string Output => _transcript.Text;

    /// <summary>Whether no process runs here.</summary>
    public bool HasExited => _process is null || _process.HasExited;

    /// <summary>The exit code of the process that ended; null while one runs.</summary>
    public int? ExitCode => _process?.ExitCode;

    public long WorkingSetBytes => Process.WorkingSetBytes;

    private ProgramProcess Process => _process ?? throw new InvalidOperationException($"{Name} was never started.");

    /// <summary>Starts a process and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        await LaunchAsync();
        await ReadyAsync();
    }

    /// <summary>Starts a process; it is not yet ready then.</summary>
    public async Task LaunchAsync()
    {
        if (_process is { } before)
        {
            await before.DisposeAsync();
        }

        var environment = _settings.ToDictionary(setting => $"Canvass__{setting.Key}", setting => setting.Value);
        environment["ASPNETCORE_URLS"] = Address.GetLeftPart(UriPartial.Authority);
        environment["AllowedHosts"] = "*";
        _process = ProgramProcess.Start([], environment, _transcript, ProgramFolder, _networkNamespace);
    }

    /// <summary>Waits until it is ready.</summary>
    public Task ReadyAsync() => Process.ReadyAsync(Http);

    /// <inheritdoc cref="ProgramProcess.KillAsync"/>
    public Task KillAsync() => Process.KillAsync();

    /// <inheritdoc cref="ProgramProcess.StopAsync"/>
    public Task<int> StopAsync() => Process.StopAsync();

    /// <inheritdoc cref="ProgramProcess.FreezeAsync"/>
    public Task FreezeAsync() => Process.FreezeAsync();

    /// <inheritdoc cref="ProgramProcess.ThawAsync"/>
    public Task ThawAsync() => Process.ThawAsync();

    /// <inheritdoc cref="ProgramProcess.ExitAsync"/>
    public Task<int> ExitAsync() => Process.ExitAsync();

    /// <inheritdoc/>
    public override string ToString() => Name;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_process is { } process)
        {
            await process.DisposeAsync();
        }
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
