using Canvass.Client;
using Canvass.Contracts.Grid;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Refusals;
using Canvass.Gateway.Problems;
using Canvass.Gateway.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Canvass.Gateway.Incidents;

/// <summary>The incidents of the grid.</summary>
internal static class IncidentsApi
{
    /// <summary>Maps <c>/v1/incidents</c>.</summary>
    public static void MapIncidentsApi(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1/incidents").WithTags("Incidents");
        group.MapPost("", PostAsync).WithName("PostIncident").ProducesProblems(400, 413, 415)
            .WithSummary("Reports an incident.")
            .WithDescription("201 where it is new. 200 where (source, number) is known: a newer report updates it, an older or equally old one "
                + "changes nothing.");
        group.MapGet("/{incidentId}", GetAsync).WithName("GetIncident").ProducesProblems(404).WithSummary("An incident as it stands.");
        group.MapGet("", ListAsync).WithName("ListIncidents").ProducesProblems(400)
            .WithSummary("Incidents, the newest report first, page by page.");
        group.MapPost("/{incidentId}/close", CloseAsync).WithName("CloseIncident").ProducesProblems(400, 404, 409, 413, 415)
            .WithSummary("Closes an incident.")
            .WithDescription("Closing it again with the same outcome changes nothing; with another one it is refused (409).");
    }

    private static async Task<Results<Created<IncidentAnswer>, Ok<IncidentAnswer>>> PostAsync(
        JsonBody<IncidentBody> body, CanvassClient client, TimeProvider time)
    {
        var report = IncidentReader.Read(body.Value, time.GetUtcNow());
        var outcome = await client.Incidents.ReportAsync(report);
        var answer = IncidentAnswer.Of(outcome.Incident);
        return outcome.Effect == ReportEffect.Created
            ? TypedResults.Created(IncidentPath.Address(report.Key), answer)
            : TypedResults.Ok(answer);
    }

    private static async Task<Ok<IncidentAnswer>> GetAsync(HttpContext http, string incidentId, CanvassClient client) =>
        TypedResults.Ok(IncidentAnswer.Of(
            await client.Incidents.GetAsync(IncidentPath.Key(http, incidentId)) ?? throw IncidentPath.Unknown()));

    private static async Task<Ok<IncidentList>> ListAsync(
        HttpContext http, CanvassClient client, string? bbox, string? from, string? to, string? status, string? limit, string? cursor)
    {
        var errors = new FieldErrors();
        var query = new IncidentQuery
        {
            Box = QueryReader.Box(bbox, errors),
            From = QueryReader.Time(from, "from", errors),
            To = QueryReader.Time(to, "to", errors),
            Status = QueryReader.Choice<IncidentStatus>(status, "status", errors),
            Limit = QueryReader.Limit(limit, errors),
            Cursor = QueryReader.Cursor(cursor),
        };
        errors.Require(query.From is null || query.To is null || query.From <= query.To, "from", "It is after 'to': swap them.");
        errors.ThrowIfAny();
        var page = await client.Incidents.ListAsync(query);
        NextPage.Link(http, page.Next);
        return TypedResults.Ok(new IncidentList([.. page.Incidents.Select(IncidentAnswer.Of)], page.Next));
    }

    private static async Task<Ok<IncidentAnswer>> CloseAsync(
        HttpContext http, string incidentId, JsonBody<CloseBody> body, CanvassClient client)
    {
        var key = IncidentPath.Key(http, incidentId);
        var errors = new FieldErrors();
        errors.Require(body.Value.Outcome is not null, "outcome", "There is none: say how the incident ended.");
        errors.ThrowIfAny();
        return TypedResults.Ok(IncidentAnswer.Of(await client.Incidents.CloseAsync(key, body.Value.Outcome!.Value)));
    }
}
