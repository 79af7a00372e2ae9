using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Canvass.Running;

/// <summary>A real silo in a process of its own, on ports and a data directory of its own.</summary>
public sealed class SiloProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Process _process;
    private readonly StringBuilder _output;

    private SiloProcess(Process process, StringBuilder output, Uri address, int gatewayPort)
    {
        _process = process;
        _output = output;
        Address = address;
        GatewayPort = gatewayPort;
        Http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    /// <summary>Where its HTTP doors are.</summary>
    public Uri Address { get; }

    /// <summary>Where the client library connects.</summary>
    public int GatewayPort { get; }

    public HttpClient Http { get; }

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public bool HasExited => _process.HasExited;

    public long WorkingSetBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

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
                await silo.ReadyAsync();
                return silo;
            }
            catch (InvalidOperationException) when (attempt < 3 && silo.Output.Contains("port", StringComparison.Ordinal))
            {
                // Between being found free and being taken, a port was taken by somebody else.
                await silo.DisposeAsync();
            }
        }
    }

    /// <summary>Kills it as a power cut would: SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop (SIGTERM) and waits until it has.</summary>
    public async Task<int> StopAsync()
    {
        using var term = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await term.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Waits until its output holds a text.</summary>
    public async Task<string> PrintedAsync(string text)
    {
        var started = Stopwatch.GetTimestamp();
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException($"'{text}' was not printed:\n{Output}");
            }

            await Pause();
        }

        return Output;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static SiloProcess Launch(string dataDirectory, string? command, string[] settings)
    {
        var ports = FreePorts(3);
        var address = new Uri($"http://127.0.0.1:{ports[0]}");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Canvass.Silo.dll"));
        if (command is not null)
        {
            start.ArgumentList.Add(command);
        }

        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(address.ToString());
        start.Environment["Canvass__DataDirectory"] = dataDirectory;
        start.Environment["Canvass__SiloPort"] = ports[1].ToString(CultureInfo.InvariantCulture);
        start.Environment["Canvass__GatewayPort"] = ports[2].ToString(CultureInfo.InvariantCulture);
        foreach (var setting in settings.Select(setting => setting.Split('=', 2)))
        {
            start.Environment[setting[0].StartsWith("OTEL_", StringComparison.Ordinal) ? setting[0] : $"Canvass__{setting[0]}"] = setting[1];
        }

        var output = new StringBuilder();
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, output, address, ports[2]);

        void Note(string? line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
    }

    private async Task ReadyAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while (!await IsReadyAsync())
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException($"The silo did not become ready:\n{Output}");
            }

            await Pause();
        }
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException)
        {
            return false;
        }
    }

    /// <summary>Another process gives no event to wait for.</summary>
    private static async Task Pause()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        await timer.WaitForNextTickAsync();
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Stop());
        return ports;
    }
}
