using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;
using Canvass.Gateway.Requests;
using Microsoft.AspNetCore.Http;

namespace Canvass.Gateway.Incidents;

/// <summary>Incidents in paths.</summary>
internal static class IncidentPath
{
    private const int IdSegment = 2;

    /// <summary>The incident that a path names.</summary>
    /// <exception cref="RefusedException">It can be none's id.</exception>
    public static IncidentKey Key(HttpContext http, string incidentId) =>
        IncidentKey.TryParseId(PathId.Of(http, incidentId, IdSegment), out var key) ? key : throw Unknown();

    /// <summary>Where an incident is read.</summary>
    public static string Address(IncidentKey key) => $"/v1/incidents/{Uri.EscapeDataString(key.Id)}";

    /// <summary>The refusal of an incident that nobody reported.</summary>
    public static RefusedException Unknown() => new(
        RefusalKind.NotFound, "There is no incident of this id: it is 'source:number', percent-encoded, of one that was reported.");
}
