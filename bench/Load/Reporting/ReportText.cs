using System.Globalization;
using System.Text;
using Canvass.Load.Comparison;

namespace Canvass.Load.Reporting;

/// <summary>Writes a report as Markdown that reads well on a terminal too.</summary>
internal static class ReportText
{
    private static readonly string[] Heads = ["clients", "requests", "median ms", "p99 ms", "max ms", "requests/s"];

    /// <summary>The text.</summary>
    public static string Write(BenchReport report)
    {
        var text = new StringBuilder();
        var (machine, import) = (report.Machine, report.Import);
        Line(text, $"Measured {machine.At:yyyy-MM-dd HH:mm} UTC on {machine.Processor}, {machine.Cores} cores, {machine.MemoryGiB} GiB;");
        Line(text, $"{machine.System}; {machine.Runtime}; {machine.Peer};");
        Line(text, $"load average before: {machine.LoadBefore?.ToString("F2", CultureInfo.InvariantCulture) ?? "unknown"}.");
        Section(text, "Coverage of a 250 m incident", ["who", .. Heads, "median ratio"],
            report.SideBySide.Select(row => Cells(row).Append(Ratio(report, row))));
        WriteAgreement(text, report.Agreement);
        Section(text, "Canvass alone", ["what", .. Heads], report.Canvass.Select(Cells));
        Line(text, $"");
        Line(text, $"Import into an empty grid, just started: {import.Cameras} cameras in {import.Seconds:F2} s,");
        Line(text, $"{import.PerSecond:F0} cameras/s.");
        return text.ToString();
    }

    private static void WriteAgreement(StringBuilder text, Agreement agreement)
    {
        var (registered, blind) = (agreement.Registered, agreement.Blind);
        Line(text, $"");
        Line(text, $"Agreement over {agreement.Questions} incidents: {agreement.Cameras} cameras named by both,");
        Line(text, $"{agreement.Mismatches.Count} by one only, {agreement.AtTheRim} by one only within {Agreement.RimM} m of the rim;");
        Line(text, $"same footage state of {agreement.SameFootage}; shares differ by at most {agreement.LargestShareDifference:F4},");
        Line(text, $"distances by {agreement.LargestDistanceDifferenceM:F2} m; same bucket in {registered.Same} of {registered.Cells}");
        Line(text, $"cells; {blind.Same} of {blind.Cells} blind cells the same.");
        foreach (var mismatch in agreement.Mismatches)
        {
            Line(text, $"- {mismatch}");
        }
    }

    /// <summary>How many times as long as Canvass it took, by the median.</summary>
    private static string Ratio(BenchReport report, MeasuredRow row)
    {
        var canvass = report.SideBySide.First(other => other.Clients == row.Clients);
        return string.Create(CultureInfo.InvariantCulture, $"{row.Summary.MedianMs / canvass.Summary.MedianMs:F2}");
    }

    private static IEnumerable<string> Cells(MeasuredRow row)
    {
        var summary = row.Summary;
        return
        [
            row.What,
            row.Clients.ToString(CultureInfo.InvariantCulture),
            summary.Requests.ToString(CultureInfo.InvariantCulture),
            summary.MedianMs.ToString("F2", CultureInfo.InvariantCulture),
            summary.P99Ms.ToString("F2", CultureInfo.InvariantCulture),
            summary.MaxMs.ToString("F2", CultureInfo.InvariantCulture),
            summary.PerSecond.ToString("F0", CultureInfo.InvariantCulture),
        ];
    }

    private static void Section(StringBuilder text, string title, string[] heads, IEnumerable<IEnumerable<string>> rows)
    {
        string[][] table = [heads, .. rows.Select(row => row.ToArray())];
        var widths = heads.Select((_, column) => table.Max(row => row[column].Length)).ToArray();
        Line(text, $"");
        Line(text, $"### {title}");
        Line(text, $"");
        WriteRow(text, heads, widths);
        WriteRow(text, [.. widths.Select((width, column) => column == 0 ? new('-', width) : new string('-', width - 1) + ':')], widths);
        foreach (var row in table.Skip(1))
        {
            WriteRow(text, row, widths);
        }
    }

    private static void WriteRow(StringBuilder text, string[] row, int[] widths)
    {
        var cells = row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
        Line(text, $"| {string.Join(" | ", cells)} |");
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
