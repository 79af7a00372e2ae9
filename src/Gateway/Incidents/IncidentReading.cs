using Canvass.Contracts.Incidents;
using Canvass.Contracts.Refusals;
using Canvass.Contracts.Times;
using Canvass.Gateway.Areas;
using Canvass.Geo.Positions;

namespace Canvass.Gateway.Incidents;

/// <summary>Reads a report and names everything that is wrong with it at once.</summary>
internal static class IncidentReading
{
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromHours(1);

    // Stands in for an area that could not be read, so that the other fields are checked all the same.
    private static readonly IncidentArea SomeArea = IncidentArea.Circle(new LatLng(1, 1));

    /// <summary>The report.</summary>
    /// <exception cref="RefusedException">A field is wrong.</exception>
    public static IncidentReport Read(IncidentBody body, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        var reportedAt = body.ReportedAt ?? now;
        var area = AreaReading.Read(body.Area, body.RadiusM, errors);
        var window = AreaReading.Read(body.Window, errors) ?? new TimeWindow(Before(reportedAt), reportedAt);
        errors.Require(body.Type is null || body.Type.Code is not null, "type.code", "There is none: give the source's code.");
        var report = new IncidentReport
        {
            Key = new(body.Source ?? "", body.Number ?? ""),
            Agency = body.Agency,
            Type = body.Type is { } type ? new(type.Code ?? "", type.Scheme, type.Text) : null,
            Priority = body.Priority,
            Status = body.Status ?? IncidentStatus.Active,
            Area = area ?? SomeArea,
            Window = window,
            Address = body.Address,
            ReportedAt = reportedAt,
        };
        report.Check(errors);
        errors.ThrowIfAny();
        return report;
    }

    private static DateTimeOffset Before(DateTimeOffset reportedAt) =>
        reportedAt.UtcTicks > DefaultWindow.Ticks ? reportedAt - DefaultWindow : reportedAt;
}
