using System.Globalization;
using Canvass.Client;
using Canvass.Contracts.Refusals;
using Canvass.Gateway.Limits;
using Canvass.Gateway.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Canvass.Gateway.Incidents;

/// <summary>What happens to an incident, as it happens.</summary>
internal static class IncidentEventsApi
{
    private const string LastEventId = "Last-Event-ID";

    /// <summary>Maps <c>/v1/incidents/{id}/events</c>.</summary>
    public static void MapIncidentEventsApi(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/incidents/{incidentId}/events", WatchAsync).WithName("WatchIncident").WithTags("Incidents").ProducesProblems(400, 404)
            .Produces<IncidentEventAnswer>(StatusCodes.Status200OK, IncidentEventStream.ContentType)
            .RequireRateLimiting(RequestLimits.Streams)
            .WithSummary("What happened to an incident and what happens, as server-sent events.")
            .WithDescription("An event's id is its sequence number, its name what happened. Last-Event-ID, or 'after', resumes after that one.");

    private static async Task<ServerSentEventsResult<IncidentEventAnswer>> WatchAsync(
        HttpContext http, string incidentId, CanvassClient client, IHostApplicationLifetime lifetime, TimeProvider time, string? after)
    {
        var key = IncidentPath.Key(http, incidentId);
        var last = After(http.Request.Headers[LastEventId].ToString() is { Length: > 0 } header ? (LastEventId, header) : ("after", after));

        // Asked first, because a stream that has begun cannot answer 404 any more.
        _ = await client.Incidents.GetAsync(key) ?? throw IncidentPath.Unknown();
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(new IncidentEventStream(lifetime, time).ReadAsync(
            http.Response, key, cancellationToken => client.Incidents.WatchAsync(key, last, cancellationToken)));
    }

    private static long After((string Field, string? Text) given)
    {
        if (string.IsNullOrEmpty(given.Text))
        {
            return 0;
        }

        var errors = new FieldErrors();
        errors.Require(long.TryParse(given.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var last), given.Field,
            "It is no sequence number: give the id of the last event that you have, or 0 for all.");
        errors.ThrowIfAny();
        return last;
    }
}
