using System.Text;
using Canvass.Load.Comparison;
using static Canvass.Load.Reporting.MarkdownTable;

namespace Canvass.Load.Reporting;

/// <summary>Writes how far two contenders answered alike.</summary>
internal static class AgreementText
{
    /// <summary>Writes a paragraph, and a line for each mismatch.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="questions">What the questions were about, in the plural.</param>
    /// <param name="agreement">How far they agreed.</param>
    /// <param name="countsFootage">Whether the answers count footage by state; otherwise each camera has its own state.</param>
    public static void Write(StringBuilder text, string questions, Agreement agreement, bool countsFootage = false)
    {
        var (registered, blind) = (agreement.Registered, agreement.Blind);
        var footage = countsFootage
            ? FormattableString.Invariant($"same footage counts in {agreement.SameFootageCounts} answers")
            : FormattableString.Invariant($"same footage state of {agreement.SameFootage}");
        WriteLine(text, $"");
        WriteLine(text, $"Agreement over {agreement.Questions} {questions}: {agreement.Cameras} cameras named by both,");
        WriteLine(text, $"{agreement.Mismatches.Count} by one only, {agreement.AtTheRim} by one only within {Agreement.RimM} m of the rim;");
        WriteLine(text, $"{footage}; shares differ by at most {agreement.LargestShareDifference:F4},");
        WriteLine(text, $"distances by {agreement.LargestDistanceDifferenceM:F2} m; same bucket in {registered.Same} of {registered.Cells}");
        WriteLine(text, $"cells; {blind.Same} of {blind.Cells} blind cells the same.");
        foreach (var mismatch in agreement.Mismatches)
        {
            WriteLine(text, $"- {mismatch}");
        }
    }
}
