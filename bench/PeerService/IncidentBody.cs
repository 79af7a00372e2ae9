namespace Canvass.PeerService;

/// <summary>An incident as a CAD system reports it.</summary>
internal sealed record IncidentBody(
    string Source,
    string Number,
    string Agency,
    IncidentType Type,
    int Priority,
    PointBody Area,
    double RadiusM,
    WindowBody Window,
    DateTimeOffset ReportedAt)
{
    /// <summary>Its id.</summary>
    public string Id => $"{Source}:{Number}";

    /// <summary>What is wrong with it; null: nothing.</summary>
    public string? Error() =>
        string.IsNullOrEmpty(Source) || string.IsNullOrEmpty(Number) ? "'source' and 'number' are required."
        : Area is not { Type: "Point", Coordinates: [>= -180 and <= 180, >= -90 and <= 90] } ? "'area' is not a point on the earth."
        : RadiusM is not (>= 10 and <= 5_000) ? "'radiusM' is not between 10 and 5,000."
        : Window is null || Window.To <= Window.From ? "'window' does not end after it begins."
        : null;
}

/// <summary>What kind of incident it is.</summary>
internal sealed record IncidentType(string Code, string? Scheme, string? Text);

/// <summary>A GeoJSON point.</summary>
internal sealed record PointBody(string Type, double[] Coordinates);

/// <summary>A span of time.</summary>
internal sealed record WindowBody(DateTimeOffset From, DateTimeOffset To);

/// <summary>An incident as it was taken in.</summary>
internal sealed record IncidentAnswer(
    string Id,
    string Source,
    string Number,
    string Agency,
    IncidentType Type,
    int Priority,
    PointBody Area,
    double RadiusM,
    WindowBody Window,
    DateTimeOffset ReportedAt,
    string Status);
