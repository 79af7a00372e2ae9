using Canvass.Contracts.Refusals;
using Canvass.Contracts.Times;
using Canvass.Geo.Positions;

namespace Canvass.Contracts.Incidents;

/// <summary>Makes reports of incidents as sources write them: every format is mapped to an <see cref="IncidentBody"/> and read here, so
/// that defaults, rules and messages are the same for all.</summary>
public static class IncidentReader
{
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromHours(1);

    // Stands in for an area that could not be read, so that the other fields are checked all the same.
    private static readonly IncidentArea SomeArea = IncidentArea.Circle(new LatLng(1, 1));

    /// <summary>The report.</summary>
    /// <param name="body">What the source says.</param>
    /// <param name="now">When it arrived: the report's time if the source gives none.</param>
    /// <exception cref="RefusedException">A field is wrong; all that are wrong are named.</exception>
    public static IncidentReport Read(IncidentBody body, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        var report = Read(body, now, errors);
        errors.ThrowIfAny();
        return report;
    }

    /// <summary>The report, checked; of no use if anything is wrong, which is noted.</summary>
    /// <inheritdoc cref="Read(IncidentBody, DateTimeOffset)"/>
    /// <param name="body"/>
    /// <param name="now"/>
    /// <param name="errors">Where the errors go, by the field's path in the JSON form.</param>
    public static IncidentReport Read(IncidentBody body, DateTimeOffset now, FieldErrors errors)
    {
        var reportedAt = body.ReportedAt ?? now;
        var area = AreaReader.Read(body.Area, body.RadiusM, errors);
        var window = body.Window?.Read("window", errors) ?? new TimeWindow(Before(reportedAt), reportedAt);
        errors.Require(body.Type is null || body.Type.Code is not null, "type.code", "There is none: give the source's code.");
        var report = new IncidentReport
        {
            Key = new(body.Source ?? "", body.Number ?? ""),
            Agency = body.Agency,
            Type = body.Type,
            Priority = body.Priority,
            Status = body.Status ?? IncidentStatus.Active,
            Area = area ?? SomeArea,
            Window = window,
            Address = body.Address,
            ReportedAt = reportedAt,
        };
        report.Check(errors);
        return report;
    }

    private static DateTimeOffset Before(DateTimeOffset reportedAt) =>
        reportedAt.UtcTicks > DefaultWindow.Ticks ? reportedAt - DefaultWindow : reportedAt;
}
