using System.Globalization;
using System.Text;
using Canvass.Load.Measuring;
using Canvass.Load.Reporting;
using static Canvass.Load.Reporting.MarkdownTable;

namespace Canvass.Load.Megacity;

/// <summary>Writes a report of a large city as Markdown that reads well on a terminal too.</summary>
internal static class MegacityText
{
    private const double Gigabyte = 1e9;
    private const string NotTold = "unknown";

    /// <summary>The text.</summary>
    public static string Of(MegacityReport report)
    {
        var text = new StringBuilder();
        var (import, options) = (report.Import, report.Options);
        report.Machine.Write(text);
        WriteLine(text, $"Server: {report.ServerSettings}.");
        WriteLine(text, $"");
        WriteLine(text, $"{import.Cameras} cameras in {report.Cells} cells under one silo; imported over HTTP in {import.Seconds:F1} s, {import.PerSecond:F0}/s.");
        WriteLine(text, $"{options.Rounds} blocks of {MegacityOptions.Places} questions each count, after {options.WarmUps}; {options.GrowthRounds} of each size, after {options.GrowthWarmUps}.");
        Write(text, "Goals for 1,000,000 cameras", ["what", "goal", "measured", "met"], Goal.Of(report).Select(goal => new[]
        {
            goal.What, goal.Text, $"{Exact(goal.Measured)}{goal.Unit}", goal.IsMet ? "yes" : "no",
        }));
        Write(text, "Coverage of a 250 m circle",
            ["who", "callers", "requests", "median ms", "p95 ms", "p99 ms", "max ms", "requests/s", "PostGIS over this"],
            report.SideBySide.Select(row => Cells(report, row)));
        WriteLine(text, $"");
        WriteLine(text, $"");
        WriteLine(text, $"Canvass over HTTP and PostGIS:");
        AgreementText.Write(text, "circles", report.OverHttp, countsFootage: true);
        WriteLine(text, $"");
        WriteLine(text, $"Canvass through the grain client and PostGIS:");
        AgreementText.Write(text, "circles", report.GrainClient, countsFootage: true);
        Write(text, "Memory of the silo process", ["when", "resident GB", "managed heap GB", "committed by the collector GB"],
            report.Memory.Select(row => new[] { row.When, Gigabytes(row.ResidentBytes), Gigabytes(row.HeapBytes), Gigabytes(row.CommittedBytes) }));
        Write(text, "Cold start", ["start", "ready s", "first correct answer s"], report.ColdStarts.Select((start, i) => new[]
        {
            Whole(i + 1), Exact(start.ReadySeconds), Exact(start.AnswerSeconds),
        }));
        WriteGrowth(text, report.Growth);
        Write(text, "Parts of the run", ["part", "seconds"], report.Phases.Select(phase => new[] { phase.Name, Whole(phase.Seconds) }));
        return text.ToString();
    }

    private static void WriteGrowth(StringBuilder text, IReadOnlyList<GrowthRow> rows)
    {
        Write(text, "Coverage over HTTP by size of city, 1 caller",
            ["cameras", "km²", "named each", "places", "requests", "median ms", "p95 ms", "p99 ms", "max ms", "ratio"],
            [
                .. rows.Select(row => Cells(row, "the same", row.Again, rows[0].Again)),
                .. rows.Select(row => Cells(row, "new ones", row.Anew, rows[0].Anew)),
            ]);
        WriteLine(text, $"");
        WriteLine(text, $"Ratio: the median over that of the smallest city. The same: the same {MegacityOptions.Places} places in every block. New ones: another");
        WriteLine(text, $"place in every question. A cell that did not compare itself with the database in the last 30 s does so before it answers;");
        WriteLine(text, $"new places meet such cells more often the larger the city is.");
        foreach (var wrong in rows.SelectMany(row => row.Wrong))
        {
            WriteLine(text, $"- {wrong}");
        }
    }

    private static IEnumerable<string> Cells(MegacityReport report, MeasuredRow row) =>
    [
        row.What, Whole(row.Clients), .. Times(row.Summary), Whole(row.Summary.PerSecond), row.What switch
        {
            CityComparison.OverHttp or CityComparison.GrainClient => Exact(report.Ratio(CityComparison.PeerAnswer, row.What, row.Clients)),
            CityComparison.GrainClientList => Exact(report.Ratio(CityComparison.PeerList, row.What, row.Clients)),
            _ => Exact(1),
        },
    ];

    private static IEnumerable<string> Cells(GrowthRow row, string places, LatencySummary times, LatencySummary smallest) =>
    [
        Whole(row.Cameras), Whole(row.AreaKm2), row.NamedEach.ToString("F1", CultureInfo.InvariantCulture), places, .. Times(times),
        Exact(times.MedianMs / smallest.MedianMs),
    ];

    private static IEnumerable<string> Times(LatencySummary times) =>
        [Whole(times.Requests), Exact(times.MedianMs), Exact(times.P95Ms), Exact(times.P99Ms), Exact(times.MaxMs)];

    private static string Gigabytes(double? bytes) => bytes is { } value ? Exact(value / Gigabyte) : NotTold;

    private static string Whole(double value) => value.ToString("F0", CultureInfo.InvariantCulture);

    private static string Exact(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
