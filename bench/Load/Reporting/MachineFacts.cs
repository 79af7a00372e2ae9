using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using static Canvass.Load.Reporting.MarkdownTable;

namespace Canvass.Load.Reporting;

/// <summary>What was measured on.</summary>
internal sealed record MachineFacts
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The processor's model.</summary>
    public string Processor { get; } = ReadProcessor();

    /// <summary>How many cores the process may use.</summary>
    public int Cores { get; } = Environment.ProcessorCount;

    /// <summary>How much memory there is, in GiB.</summary>
    public double MemoryGiB { get; } = Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30), 1);

    /// <summary>The operating system.</summary>
    public string System { get; } = RuntimeInformation.OSDescription;

    /// <summary>The .NET runtime.</summary>
    public string Runtime { get; } = RuntimeInformation.FrameworkDescription;

    /// <summary>The peer's versions.</summary>
    public required string Peer { get; init; }

    /// <summary>The one-minute load average before anything was started; null where the system does not tell.</summary>
    public required double? LoadBefore { get; init; }

    /// <summary>Writes it down.</summary>
    public void Write(StringBuilder text)
    {
        WriteLine(text, $"Measured {At:yyyy-MM-dd HH:mm} UTC on {Processor}, {Cores} cores, {MemoryGiB} GiB;");
        WriteLine(text, $"{System}; {Runtime}; {Peer};");
        WriteLine(text, $"load average before: {LoadBefore?.ToString("F2", CultureInfo.InvariantCulture) ?? "unknown"}.");
    }

    /// <summary>The one-minute load average now; null where the system does not tell.</summary>
    public static double? ReadLoad() => File.Exists("/proc/loadavg")
        ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture)
        : null;

    private static string ReadProcessor()
    {
        const string file = "/proc/cpuinfo";
        var lines = File.Exists(file) ? File.ReadLines(file) : [];
        return lines.FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line.Split(':', 2)[1].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();
    }
}
