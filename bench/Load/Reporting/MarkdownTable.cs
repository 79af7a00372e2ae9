using System.Globalization;
using System.Text;

namespace Canvass.Load.Reporting;

/// <summary>Writes tables that read well on a terminal too.</summary>
internal static class MarkdownTable
{
    /// <summary>Writes a table under a heading.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="title">The heading.</param>
    /// <param name="heads">The heads of the columns.</param>
    /// <param name="rows">The rows, as many cells each as there are heads.</param>
    public static void Write(StringBuilder text, string title, string[] heads, IEnumerable<IEnumerable<string>> rows)
    {
        string[][] table = [heads, .. rows.Select(row => row.ToArray())];
        var widths = heads.Select((_, column) => table.Max(row => row[column].Length)).ToArray();
        text.Append('\n').Append("### ").Append(title).Append("\n\n");
        WriteRow(text, heads, widths);
        WriteRow(text, [.. widths.Select((width, column) => column == 0 ? new('-', width) : new string('-', width - 1) + ':')], widths);
        foreach (var row in table.Skip(1))
        {
            WriteRow(text, row, widths);
        }
    }

    /// <summary>Writes a line of prose.</summary>
    public static void WriteLine(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static void WriteRow(StringBuilder text, string[] row, int[] widths)
    {
        var cells = row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }
}
