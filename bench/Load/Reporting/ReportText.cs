using System.Globalization;
using System.Text;
using Canvass.Load.Comparison;
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
        WriteAgreement(text, report.Agreement);
        Write(text, "Canvass alone", ["what", .. MeasuredRow.Heads], report.Canvass.Select(row => row.Cells()));
        WriteLine(text, $"");
        WriteLine(text, $"Import into an empty grid, just started: {import.Cameras} cameras in {import.Seconds:F2} s,");
        WriteLine(text, $"{import.PerSecond:F0} cameras/s.");
        return text.ToString();
    }

    private static void WriteAgreement(StringBuilder text, Agreement agreement)
    {
        var (registered, blind) = (agreement.Registered, agreement.Blind);
        WriteLine(text, $"");
        WriteLine(text, $"Agreement over {agreement.Questions} incidents: {agreement.Cameras} cameras named by both,");
        WriteLine(text, $"{agreement.Mismatches.Count} by one only, {agreement.AtTheRim} by one only within {Agreement.RimM} m of the rim;");
        WriteLine(text, $"same footage state of {agreement.SameFootage}; shares differ by at most {agreement.LargestShareDifference:F4},");
        WriteLine(text, $"distances by {agreement.LargestDistanceDifferenceM:F2} m; same bucket in {registered.Same} of {registered.Cells}");
        WriteLine(text, $"cells; {blind.Same} of {blind.Cells} blind cells the same.");
        foreach (var mismatch in agreement.Mismatches)
        {
            WriteLine(text, $"- {mismatch}");
        }
    }

    /// <summary>How many times as long as Canvass it took, by the median.</summary>
    private static string Ratio(BenchReport report, MeasuredRow row)
    {
        var canvass = report.SideBySide.First(other => other.Clients == row.Clients);
        return string.Create(CultureInfo.InvariantCulture, $"{row.Summary.MedianMs / canvass.Summary.MedianMs:F2}");
    }
}
