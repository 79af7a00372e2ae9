using System.Globalization;
using System.Text;
using static Canvass.Load.Reporting.MarkdownTable;

namespace Canvass.Load.Reporting;

/// <summary>Writes a report as Markdown that reads well on a terminal too.</summary>
internal static class ReportText
{
    /// <summary>The text.</summary>
    public static string Of(BenchReport report)
    {
        var text = new StringBuilder();
        var import = report.Import;
        report.Machine.Write(text);
        Write(text, "Coverage of a 250 m incident", ["who", .. MeasuredRow.Heads, "median ratio"],
            report.SideBySide.Select(row => row.Cells().Append(Ratio(report, row))));
        AgreementText.Write(text, "incidents", report.Agreement);
        Write(text, "Canvass alone", ["what", .. MeasuredRow.Heads], report.Canvass.Select(row => row.Cells()));
        WriteLine(text, $"");
        WriteLine(text, $"Import into an empty grid, just started: {import.Cameras} cameras in {import.Seconds:F2} s,");
        WriteLine(text, $"{import.PerSecond:F0} cameras/s.");
        return text.ToString();
    }

    /// <summary>How many times as long as Canvass it took, by the median.</summary>
    private static string Ratio(BenchReport report, MeasuredRow row)
    {
        var canvass = report.SideBySide.First(other => other.Clients == row.Clients);
        return string.Create(CultureInfo.InvariantCulture, $"{row.Summary.MedianMs / canvass.Summary.MedianMs:F2}");
    }
}
