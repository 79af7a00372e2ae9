using Canvass.Contracts.Incidents;

namespace Canvass.Storage.Incidents;

/// <summary>An incident's status as databases keep it.</summary>
internal static class StatusColumn
{
    /// <summary>The word.</summary>
    public static string Of(IncidentStatus status) => status switch
    {
        IncidentStatus.Active => "active",
        IncidentStatus.Closed => "closed",
        IncidentStatus.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };
}
