using System.Globalization;
using Canvass.Running.Processes;

namespace Canvass.Running;

/// <summary>A real silo in a process of its own, on ports and a data directory of its own.</summary>
public sealed class SiloProcess : IAsyncDisposable
{
    private readonly ProgramProcess _process;

    private SiloProcess(ProgramProcess process, Uri address, int gatewayPort)
    {
        _process = process;
        Address = address;
        GatewayPort = gatewayPort;
        Http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    /// <summary>Where its HTTP doors are.</summary>
    public Uri Address { get; }

    /// <summary>Where the client library connects.</summary>
    public int GatewayPort { get; }

    public HttpClient Http { get; }

    public string Output => _process.Output;

    public bool HasExited => _process.HasExited;

    public long WorkingSetBytes => _process.WorkingSetBytes;

    /// <summary>Starts a silo and waits until it is ready.</summary>
    /// <param name="dataDirectory">Where its state rests; may hold that of a silo before it.</param>
    /// <param name="command">What stands before the settings, for example <c>demo</c>.</param>
    /// <param name="settings">Further settings, as <c>Name=value</c> without the prefix <c>Canvass__</c>; those of OpenTelemetry keep their
    /// names.</param>
    public static async Task<SiloProcess> StartAsync(string dataDirectory, string? command = null, params string[] settings)
    {
        for (var attempt = 1; ; attempt++)
        {
            var silo = Launch(dataDirectory, command, settings);
            try
            {
                await silo._process.ReadyAsync(silo.Http);
                return silo;
            }
            catch (InvalidOperationException) when (attempt < 3 && silo.Output.Contains("port", StringComparison.Ordinal))
            {
                // Between being found free and being taken, a port was taken by somebody else.
                await silo.DisposeAsync();
            }
        }
    }

    /// <inheritdoc cref="ProgramProcess.KillAsync"/>
    public Task KillAsync() => _process.KillAsync();

    /// <inheritdoc cref="ProgramProcess.StopAsync"/>
    public Task<int> StopAsync() => _process.StopAsync();

    /// <inheritdoc cref="ProgramProcess.PrintedAsync"/>
    public Task<string> PrintedAsync(string text) => _process.PrintedAsync(text);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _process.DisposeAsync();
    }

    private static SiloProcess Launch(string dataDirectory, string? command, string[] settings)
    {
        var ports = FreePorts.Take(3);
        var address = new Uri($"http://127.0.0.1:{ports[0]}");
        var environment = new Dictionary<string, string>
        {
            ["Canvass__DataDirectory"] = dataDirectory,

            // Tests run at any hour of the day, and ask the same owners over and over.
            ["Canvass__Policy__QuietHours"] = "none",
            ["Canvass__Policy__AsksPerOwner"] = "0",
            ["Canvass__SiloPort"] = ports[1].ToString(CultureInfo.InvariantCulture),
            ["Canvass__GatewayPort"] = ports[2].ToString(CultureInfo.InvariantCulture),
        };
        foreach (var setting in settings.Select(setting => setting.Split('=', 2)))
        {
            var isNotOurs = setting[0].StartsWith("OTEL_", StringComparison.Ordinal) || setting[0].StartsWith("Logging__", StringComparison.Ordinal);
            environment[isNotOurs ? setting[0] : $"Canvass__{setting[0]}"] = setting[1];
        }

        string[] words = command is null ? [] : [command];
        var process = ProgramProcess.Start([.. words, "--urls", address.ToString()], environment, new());
        return new(process, address, ports[2]);
    }
}
