using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Canvass.Running.Processes;

/// <summary>One run of the program in a process of its own; what it prints is kept.</summary>
public sealed class ProgramProcess : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(90);
    private readonly Process _process;
    private readonly Transcript _transcript;

    private ProgramProcess(Process process, Transcript transcript)
    {
        _process = process;
        _transcript = transcript;
    }

    /// <summary>The folder of the program that these tests were built with.</summary>
    public static string BuiltFolder => AppContext.BaseDirectory;

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>What it printed.</summary>
    public string Output => _transcript.Text;

    public bool HasExited => _process.HasExited;

    /// <summary>Its exit code; null while it runs. A process that ended by a signal has 128 and the signal's number.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    public long WorkingSetBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts the program.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <param name="environment">What its environment has beside ours.</param>
    /// <param name="transcript">Where its output goes.</param>
    /// <param name="folder">The folder of the program; null: <see cref="BuiltFolder"/>.</param>
    /// <param name="networkNamespace">The network namespace that it runs in; null: ours.</param>
    /// <param name="program">The file of the program.</param>
    public static ProgramProcess Start(
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        Transcript transcript,
        string? folder = null,
        string? networkNamespace = null,
        string program = "Canvass.Silo.dll")
    {
        // "ip" becomes the program, so that the process and its signals are the program's own.
        string[] within = networkNamespace is null ? [] : ["ip", "netns", "exec", networkNamespace];
        var start = Command([.. within, "dotnet", Path.Combine(folder ?? BuiltFolder, program), .. arguments]);
        return Start(start, environment, transcript);
    }

    /// <summary>Starts what makes surroundings and then becomes the program.</summary>
    /// <param name="words">What is started, with its command line, which ends with ours.</param>
    /// <param name="environment">Its environment, of which ours is no part.</param>
    /// <param name="transcript">Where its output goes.</param>
    public static ProgramProcess StartWithin(string[] words, IReadOnlyDictionary<string, string> environment, Transcript transcript)
    {
        var start = Command(words);
        start.Environment.Clear();
        return Start(start, environment, transcript);
    }

    /// <summary>Kills it as a power cut would: SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop (SIGTERM) and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");
        return await ExitAsync();
    }

    /// <summary>Stops its time (SIGSTOP): it keeps its connections and answers nothing.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>Lets its time go on (SIGCONT).</summary>
    public Task ThawAsync() => SignalAsync("CONT");

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Waits until its output holds a text.</summary>
    public async Task<string> PrintedAsync(string text)
    {
        await UntilAsync(() => Task.FromResult(Output.Contains(text, StringComparison.Ordinal)), $"'{text}' was not printed");
        return Output;
    }

    /// <summary>Waits until its doors say that it is ready.</summary>
    public Task ReadyAsync(HttpClient http) => UntilAsync(() => IsReadyAsync(http), "It did not become ready");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Command(string[] words) => new(words[0], words[1..])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Path.GetTempPath(),
    };

    private static ProgramProcess Start(ProcessStartInfo start, IReadOnlyDictionary<string, string> environment, Transcript transcript)
    {
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => transcript.Note(line.Data);
        process.ErrorDataReceived += (_, line) => transcript.Note(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, transcript);
    }

    private async Task UntilAsync(Func<Task<bool>> condition, string otherwise)
    {
        // Another process gives no event to wait for.
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(started) > Timeout)
            {
                throw new InvalidOperationException($"{otherwise}:\n{Output}");
            }

            await timer.WaitForNextTickAsync();
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException)
        {
            return false;
        }
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
