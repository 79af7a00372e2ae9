using System.Globalization;
using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;

namespace Canvass.Demo.Scenario;

/// <summary>Tells what the demo did, in plain text.</summary>
public static class DemoText
{
    private const int NearestShown = 12;

    /// <summary>Writes it all: incident, coverage, canvass and what to try next.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="result">What the demo did.</param>
    /// <param name="gateway">Where the HTTP API is, for example <c>http://localhost:8080</c>; null leaves out what to try next.</param>
    public static void Write(TextWriter writer, DemoResult result, Uri? gateway)
    {
        WriteImport(writer, result);
        WriteIncident(writer, result.Incident);
        WriteCoverage(writer, result.Coverage);
        WriteCanvass(writer, result.Canvass);
        if (gateway is not null)
        {
            WriteNext(writer, result, gateway);
        }
    }

    private static void WriteImport(TextWriter writer, DemoResult result)
    {
        writer.WriteLine(result.AlreadyThere
            ? "The demo city is in the grid already; nothing was made a second time."
            : Text($"Demo city: {result.Import.Rows:N0} cameras in the grid, {result.Outages:N0} of them not recording at present."));
        writer.WriteLine();
    }

    private static void WriteIncident(TextWriter writer, Incident incident)
    {
        var report = incident.Report;
        writer.WriteLine(Text($"INCIDENT {report.Key.Id}: {report.Type?.Text ?? report.Type?.Code ?? "no type"}, {Word(incident.Status)}"));
        writer.WriteLine(report.Area.Centre is { } centre
            ? Text($"  within {report.Area.RadiusM:N0} m of {centre.LatDeg:F5}, {centre.LngDeg:F5}")
            : "  within a polygon");
        writer.WriteLine(Text($"  between {Time(report.Window.From)} and {Time(report.Window.To)}"));
        writer.WriteLine();
    }

    private static void WriteCoverage(TextWriter writer, CoverageReport coverage)
    {
        writer.WriteLine(Text(
            $"COVERAGE {coverage.Share.Integrated:P0} of {coverage.AreaM2:N0} m² is seen by integrated cameras; {coverage.Blind.Count} blind cells"));
        if (!coverage.Complete)
        {
            writer.WriteLine(Text($"  partial: {coverage.Missing.Count} cells did not answer in time"));
        }

        writer.WriteLine();
        writer.WriteLine(Text($"  {"integrated camera",-44} {"distance",8} {"share",6}  footage"));
        foreach (var camera in coverage.Cameras.Take(NearestShown))
        {
            writer.WriteLine(Text($"  {Fit(camera.Name ?? camera.Key.Id, 44),-44} {camera.DistanceM,6:F0} m {camera.Share,6:P1}  {Footage(camera.Footage)}"));
        }

        if (coverage.Cameras.Count > NearestShown)
        {
            writer.WriteLine(Text($"  and {coverage.Cameras.Count - NearestShown} more"));
        }

        writer.WriteLine();
        writer.WriteLine(Text($"  {"registered, by cell",-44} households"));
        foreach (var count in coverage.Registered)
        {
            writer.WriteLine(Text($"  {count.Cell,-44} {count.Households}"));
        }

        writer.WriteLine();
    }

    private static void WriteCanvass(TextWriter writer, CanvassSummary? canvass)
    {
        if (canvass is null)
        {
            writer.WriteLine("CANVASS none: the incident is over.");
            return;
        }

        writer.WriteLine(Text($"CANVASS {canvass.Key.Id}: {Word(canvass.State)}, reason {canvass.Reason}"));
        writer.WriteLine(Text(
            $"  {canvass.Integrated.Owners} owners of {canvass.Integrated.Cameras} integrated cameras, and about {canvass.Expected.Low} to {canvass.Expected.High} homes"));
        if (canvass.Integrated.FirstOverwriteAt is { } first)
        {
            writer.WriteLine(Text($"  the first footage of an integrated camera is overwritten at {Time(first)}"));
        }

        writer.WriteLine("  A canvass is drafted by the machine and sent by a person; here the demo stood in for that person.");
        writer.WriteLine();
    }

    private static void WriteNext(TextWriter writer, DemoResult result, Uri gateway)
    {
        var incident = new Uri(gateway, "v1/incidents/" + Uri.EscapeDataString(result.Incident.Report.Key.Id));
        writer.WriteLine("TRY NEXT");
        writer.WriteLine($"  curl {incident.AbsoluteUri}");
        writer.WriteLine($"  curl {incident.AbsoluteUri}/coverage");
        writer.WriteLine($"  curl -N {incident.AbsoluteUri}/events");
        if (result.Canvass?.Key is CanvassKey canvass)
        {
            writer.WriteLine($"  curl {new Uri(gateway, "v1/canvasses/" + Uri.EscapeDataString(canvass.Id)).AbsoluteUri}");
        }

        writer.WriteLine($"  curl '{new Uri(gateway, "v1/cameras?bbox=-84.39,33.775,-84.37,33.785&limit=10").AbsoluteUri}'");
    }

    private static string Footage(Footage? footage) => footage switch
    {
        null => "not asked",
        { State: FootageState.Gap } => "gap: it did not record",
        { State: var state, OverwrittenAt: var at } => Text($"{Word(state)}, overwritten at {Time(at)}"),
    };

    private static string Fit(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
