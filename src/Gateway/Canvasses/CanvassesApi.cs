using Canvass.Client;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;
using Canvass.Gateway.Incidents;
using Canvass.Gateway.Problems;
using Canvass.Gateway.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Canvass.Gateway.Canvasses;

/// <summary>The asking of owners: drafted by the machine, sent by a person.</summary>
internal static class CanvassesApi
{
    private const string IdempotencyKey = "Idempotency-Key";
    private const int IdSegment = 2;

    /// <summary>Maps <c>/v1/incidents/{id}/canvass</c> and <c>/v1/canvasses</c>.</summary>
    public static void MapCanvassesApi(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/incidents/{incidentId}/canvass", DraftAsync).WithName("DraftCanvass").WithTags("Canvasses")
            .ProducesProblems(400, 404, 409, 413, 415, 422)
            .WithSummary("Drafts a canvass for a person to review; asks nobody.")
            .WithDescription("A repeat with the same Idempotency-Key answers the first draft.");
        var group = app.MapGroup("/v1/canvasses").WithTags("Canvasses");
        group.MapGet("/{canvassId}", GetAsync).WithName("GetCanvass").ProducesProblems(404).WithSummary("A canvass as it stands.");
        group.MapPost("/{canvassId}/send", SendAsync).WithName("SendCanvass").ProducesProblems(404, 409, 422)
            .WithSummary("Sends a drafted canvass.")
            .WithDescription("From here on every owner in it is asked exactly once. Sending again changes nothing.");
    }

    private static async Task<Created<CanvassAnswer>> DraftAsync(
        HttpContext http,
        string incidentId,
        JsonBody<CanvassBody> body,
        [FromHeader(Name = IdempotencyKey)] string? idempotencyKey,
        CanvassClient client)
    {
        var key = IncidentPath.Key(http, incidentId);
        var commandId = string.IsNullOrEmpty(idempotencyKey) ? null : idempotencyKey;
        var errors = new FieldErrors();
        errors.Require(body.Value.Reason is not null, "reason", "There is none: give a reason code.");
        TextRules.CheckLength(commandId, Identifier.MaxLength, IdempotencyKey, errors);
        errors.ThrowIfAny();
        var canvass = await client.Incidents.DraftCanvassAsync(key, new(body.Value.Reason!, body.Value.Note, commandId));
        return TypedResults.Created(Address(canvass.Key), CanvassAnswer.Of(canvass));
    }

    private static async Task<Ok<CanvassAnswer>> GetAsync(HttpContext http, string canvassId, CanvassClient client) =>
        TypedResults.Ok(CanvassAnswer.Of(await client.Incidents.GetCanvassAsync(Key(http, canvassId)) ?? throw Unknown()));

    private static async Task<Accepted<CanvassAnswer>> SendAsync(HttpContext http, string canvassId, CanvassClient client)
    {
        var canvass = await client.Incidents.SendCanvassAsync(Key(http, canvassId));
        return TypedResults.Accepted(Address(canvass.Key), CanvassAnswer.Of(canvass));
    }

    private static CanvassKey Key(HttpContext http, string canvassId) =>
        CanvassKey.TryParseId(PathId.Of(http, canvassId, IdSegment), out var key) ? key : throw Unknown();

    private static string Address(CanvassKey key) => $"/v1/canvasses/{Uri.EscapeDataString(key.Id)}";

    private static RefusedException Unknown() => new(
        RefusalKind.NotFound, "There is no canvass of this id: it is 'source:number:ordinal', percent-encoded, of one that was drafted.");
}
