using System.Globalization;
using System.Text;
using static Canvass.Load.Reporting.MarkdownTable;

namespace Canvass.Load.Import;

/// <summary>Writes a report of a large import as Markdown that reads well on a terminal too.</summary>
internal static class ImportText
{
    /// <summary>The text.</summary>
    public static string Of(ImportReport report)
    {
        var text = new StringBuilder();
        var speed = report.Speed;
        report.Machine.Write(text);
        WriteLine(text, $"Server: {report.ServerSettings}.");
        WriteLine(text, $"");
        WriteLine(text, $"{speed.Cameras} cameras in {speed.Seconds:F1} s into a grid of {report.Silos} silos: {speed.PerSecond:F0} cameras/s");
        WriteLine(text, $"(requests {report.Requests.Slowest:F0} to {report.Requests.Fastest:F0}; {report.Repeated} repeated);");
        WriteLine(text, $"{report.DatabaseMiB:F0} MiB in PostgreSQL.");
        Write(text, "Working sets", ["process", "before MiB", "most MiB", "at the end MiB"], report.Memory.Select(row => new[]
        {
            row.Process, Whole(row.BeforeMiB), Whole(row.MostMiB), Whole(row.EndMiB),
        }));
        Write(text, "Coverage of 250 m",
            ["when", "answers", "cameras named", "median ms", "p99 ms", "max ms", "partial", "503", "wrong"],
            [Cells("meanwhile", report.Meanwhile), Cells("afterwards", report.Afterwards)]);
        foreach (var wrong in report.Wrong)
        {
            WriteLine(text, $"- {wrong}");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Cells(string when, ProbeSummary probe) =>
    [
        when, Whole(probe.Latency.Requests), Whole(probe.Named), Exact(probe.Latency.MedianMs), Exact(probe.Latency.P99Ms),
        Exact(probe.Latency.MaxMs), Whole(probe.Partial), Whole(probe.Unanswered), Whole(probe.Wrong.Count),
    ];

    private static string Whole(double value) => value.ToString("F0", CultureInfo.InvariantCulture);

    private static string Exact(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
