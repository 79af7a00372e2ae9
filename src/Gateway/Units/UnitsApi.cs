using Canvass.Client;
using Canvass.Contracts.GeoJson;
using Canvass.Contracts.Refusals;
using Canvass.Contracts.Units;
using Canvass.Gateway.Incidents;
using Canvass.Gateway.Problems;
using Canvass.Gateway.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Canvass.Gateway.Units;

/// <summary>The responders on the move.</summary>
internal static class UnitsApi
{
    /// <summary>Maps <c>/v1/units</c> and <c>/v1/incidents/{id}/units</c>.</summary>
    public static void MapUnitsApi(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/units/positions", PostAsync).WithName("PostPositions").WithTags("Units").ProducesProblems(400, 413, 415)
            .WithMetadata(BodyLimit.Batch)
            .WithSummary("Reports where units are.")
            .WithDescription("Older positions than the known one, malformed ones and [0, 0] are dropped by name; the others are taken.");
        app.MapGet("/v1/units", ListAsync).WithName("ListUnits").WithTags("Units").ProducesProblems(400)
            .Produces<FeatureCollection<UnitProperties>>(StatusCodes.Status200OK, BodyBytes.GeoJson)
            .WithSummary("Where units were last, by agency and call sign.");
        app.MapGet("/v1/incidents/{incidentId}/units", NearAsync).WithName("UnitsNearIncident").WithTags("Units").ProducesProblems(404)
            .Produces<FeatureCollection<UnitProperties>>(StatusCodes.Status200OK, BodyBytes.GeoJson)
            .WithSummary("The units of an incident's agency within its area and 500 m around it, nearest first.");
    }

    private static async Task<Accepted<PositionsAnswer>> PostAsync(JsonBody<PositionsBody> body, CanvassClient client)
    {
        if (body.Value.Positions is not { } given)
        {
            throw new RefusedException(RefusalKind.Invalid, "There are no positions.", new Dictionary<string, string[]>
            {
                ["positions"] = ["There are none: give an array of positions."],
            });
        }

        var rejected = new SortedDictionary<int, FieldErrors>();
        var taken = new List<UnitPosition>();
        var places = new List<int>();
        for (var i = 0; i < given.Count; i++)
        {
            var errors = new FieldErrors();
            if (PositionReader.Read(given[i], errors) is { } position)
            {
                taken.Add(position);
                places.Add(i);
            }
            else
            {
                rejected[i] = errors;
            }
        }

        var accepted = taken.Count == 0 ? 0 : await ReportAsync(client, taken, places, rejected);
        return TypedResults.Accepted((string?)null, new PositionsAnswer(
            accepted, [.. rejected.Select(pair => new RejectedPosition(pair.Key, pair.Value.ToDictionary()))]));
    }

    private static async Task<int> ReportAsync(
        CanvassClient client, List<UnitPosition> taken, List<int> places, SortedDictionary<int, FieldErrors> rejected)
    {
        var outcome = await client.Units.ReportAsync(taken);
        foreach (var rejection in outcome.Rejected)
        {
            var place = places[rejection.Index];
            if (!rejected.TryGetValue(place, out var errors))
            {
                rejected[place] = errors = new();
            }

            errors.Add(rejection.Field, rejection.Error);
        }

        return outcome.Accepted;
    }

    private static async Task<JsonHttpResult<FeatureCollection<UnitProperties>>> ListAsync(CanvassClient client, string? bbox)
    {
        var errors = new FieldErrors();
        var box = QueryReader.Box(bbox, errors);
        errors.ThrowIfAny();
        return TypedResults.Json(UnitFeature.CollectionOf(await client.Units.InAsync(box)), contentType: BodyBytes.GeoJson);
    }

    private static async Task<JsonHttpResult<FeatureCollection<UnitProperties>>> NearAsync(HttpContext http, string incidentId, CanvassClient client) =>
        TypedResults.Json(
            UnitFeature.CollectionOf(await client.Units.NearAsync(IncidentPath.Key(http, incidentId))), contentType: BodyBytes.GeoJson);
}
