using Canvass.Client;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Refusals;
using Canvass.Gateway.Incidents;
using Canvass.Gateway.Problems;
using Canvass.Gateway.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Canvass.Gateway.Coverage;

/// <summary>Which cameras see an area.</summary>
internal static class CoverageApi
{
    /// <summary>Maps <c>/v1/incidents/{id}/coverage</c> and <c>/v1/coverage</c>.</summary>
    public static void MapCoverageApi(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/incidents/{incidentId}/coverage", GetAsync).WithName("GetCoverage").WithTags("Coverage").ProducesProblems(404)
            .WithSummary("Which cameras see an incident's area, and whether their footage of its window still exists.");
        app.MapPost("/v1/coverage", PostAsync).WithName("AskCoverage").WithTags("Coverage").ProducesProblems(400, 413, 415)
            .WithSummary("Which cameras see an area, without an incident: how many have footage of the window, not which.");
    }

    private static async Task<Ok<CoverageAnswer>> GetAsync(
        HttpContext http, string incidentId, CanvassClient client, CancellationToken cancellationToken) =>
        TypedResults.Ok(CoverageAnswer.Of(
            await client.Incidents.CoverageAsync(IncidentPath.Key(http, incidentId), cancellationToken)));

    private static async Task<Ok<CoverageAnswer>> PostAsync(
        JsonBody<CoverageBody> body, CanvassClient client, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var area = AreaReader.Read(body.Value.Area, body.Value.RadiusM, errors);
        area?.Check(errors);
        var window = body.Value.Window?.Read("window", errors);
        errors.ThrowIfAny();
        return TypedResults.Ok(CoverageAnswer.Of(await client.CoverageAsync(new(area!, window), cancellationToken)));
    }
}
