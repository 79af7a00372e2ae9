using Canvass.Cli.Commands;
using Canvass.Cli.Incidents;
using Canvass.Cli.Output;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Incidents;
using Spectre.Console;

namespace Canvass.Cli.Coverage;

/// <summary>Prints coverage for people.</summary>
internal static class CoverageText
{
    /// <summary>Prints a report.</summary>
    /// <param name="shell">Where to.</param>
    /// <param name="incident">The incident that it is about.</param>
    /// <param name="report">The report.</param>
    /// <param name="most">How many cameras to list.</param>
    public static void Print(Shell shell, Incident incident, CoverageReport report, int most)
    {
        shell.WriteLine(IncidentText.Line(incident));
        shell.WriteLine(DisplayText.Text(
            $"{report.Share.Integrated:P0} of {report.AreaM2:N0} m² seen by integrated cameras; {report.Blind.Count} blind cells"));
        if (!report.Complete)
        {
            shell.WriteLine(DisplayText.Text($"Partial: {report.Missing.Count} cells did not answer in time. Ask again."));
        }

        PrintCameras(shell, report, most);
        PrintRegistered(shell, report);
        PrintMap(shell, incident, report);
    }

    private static void PrintCameras(Shell shell, CoverageReport report, int most)
    {
        if (report.Cameras.Count == 0)
        {
            shell.WriteLine("No integrated camera sees the area.");
            return;
        }

        var table = new Table().SimpleBorder().AddColumns("integrated camera", "name", "distance", "share", "footage", "overwritten at");
        foreach (var camera in report.Cameras.Take(most))
        {
            table.AddRow(
                new Text(camera.Key.Id),
                new Text(camera.Name ?? ""),
                new Text(DisplayText.Text($"{camera.DistanceM:F0} m")),
                new Text(DisplayText.Text($"{camera.Share:P1}")),
                new Text(camera.Footage is { } footage ? DisplayText.Of(footage.State) : ""),
                new Text(camera.Footage is { } kept ? DisplayText.Time(kept.OverwrittenAt) : ""));
        }

        shell.Out.Write(table);
        if (report.Cameras.Count > most)
        {
            shell.WriteLine(DisplayText.Text($"{report.Cameras.Count - most} more: --limit {report.Cameras.Count}"));
        }
    }

    private static void PrintRegistered(Shell shell, CoverageReport report)
    {
        var table = new Table().SimpleBorder().AddColumns("registered, by whole cell", "households");
        foreach (var count in report.Registered)
        {
            table.AddRow(new Text(count.Cell.ToString()), new Text(count.Households.Text));
        }

        shell.Out.Write(table);
    }

    private static void PrintMap(Shell shell, Incident incident, CoverageReport report)
    {
        var map = new HexMap(incident.Report.Area.ToArea(), report);
        foreach (var line in map.Draw())
        {
            shell.WriteLine("  " + line);
        }

        shell.WriteLine(DisplayText.Text(
            $"  # seen  + in part  · blind  1-9 integrated cameras there (* more); hexagons about {map.PitchM:F0} m apart"));
    }
}
