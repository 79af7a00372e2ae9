using Canvass.Cli.Output;
using Canvass.Contracts.Incidents;

namespace Canvass.Cli.Incidents;

/// <summary>Tells an incident in a line.</summary>
internal static class IncidentText
{
    /// <summary>Where it happened.</summary>
    public static string Where(IncidentReport report) =>
        report.Address ?? (report.Area.Centre is { } centre ? DisplayText.Text($"{centre.LatDeg:F5}, {centre.LngDeg:F5}") : "a polygon");

    /// <summary>Which it is, what, how it stands and where.</summary>
    public static string Line(Incident incident) =>
        $"{incident.Report.Key.Id}: {incident.Report.Type?.Text ?? incident.Report.Type?.Code ?? "no type"}, {DisplayText.Of(incident.Status)}, {Where(incident.Report)}";
}
