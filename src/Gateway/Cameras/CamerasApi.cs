using Canvass.Client;
using Canvass.Client.Features;
using Canvass.Client.Mapping;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.GeoJson;
using Canvass.Contracts.Grid;
using Canvass.Contracts.Idempotency;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;
using Canvass.Gateway.Problems;
using Canvass.Gateway.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Canvass.Gateway.Cameras;

/// <summary>The cameras of the grid.</summary>
internal static class CamerasApi
{
    private const int IdSegment = 2;
    private const string PostScope = "POST /v1/cameras";

    /// <summary>Maps <c>/v1/cameras</c>.</summary>
    public static void MapCamerasApi(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/v1/cameras").WithTags("Cameras");
        group.MapPut("/{cameraId}", PutAsync).WithName("PutCamera").ProducesProblems(400, 413, 415, 422)
            .WithSummary("Creates (201) or replaces (200) a camera.")
            .WithDescription("Idempotent. A registered camera is taken in, but read back by nobody; one with a stream is refused (422).");
        group.MapPost("", PostAsync).WithName("PostCamera").ProducesProblems(400, 413, 415, 422)
            .WithSummary("Creates a camera under an id that the grid makes.")
            .WithDescription("An id in the body is left aside: to choose the id, use PUT. A repeat with the same Idempotency-Key and body within "
                + "24 hours answers the first id and creates nothing; another body with a key that was used is refused (422).");
        group.MapGet("/{cameraId}", GetAsync).WithName("GetCamera").ProducesProblems(404)
            .Produces<Feature<CameraProperties>>(StatusCodes.Status200OK, BodyBytes.GeoJson)
            .WithSummary("An integrated camera, without its stream address.");
        group.MapDelete("/{cameraId}", DeleteAsync).WithName("DeleteCamera").ProducesProblems(404)
            .WithSummary("Takes a camera out of the grid.");
        group.MapGet("", ListAsync).WithName("ListCameras").ProducesProblems(400)
            .Produces<FeatureCollection<CameraProperties>>(StatusCodes.Status200OK, BodyBytes.GeoJson)
            .WithSummary("Integrated cameras by id, page by page.");
        group.MapPost("/status", ReportAsync).WithName("ReportRecording").ProducesProblems(400, 413, 415)
            .WithMetadata(BodyLimit.Batch)
            .WithSummary("Takes in from video-management systems which cameras record.")
            .WithDescription("Names the ids of which no camera is known; the others are noted.");
    }

    private static async Task<Results<Created<CameraAnswer>, Ok<CameraAnswer>>> PutAsync(
        HttpContext http, string cameraId, FeatureBody body, CanvassClient client)
    {
        var id = PathId.Of(http, cameraId, IdSegment);
        var reading = CameraFeature.Read(body.Feature, id);
        if (reading.OwnId is { } ownId && ownId != id)
        {
            var errors = new Dictionary<string, string[]>(reading.Errors)
            {
                ["id"] = ["It is another than that of the path: give the same, or leave it out."],
            };
            reading = reading with { Camera = null, Errors = errors };
        }

        var outcome = await client.Cameras.PutAsync(Taken(reading));
        var change = new CameraAnswer(id, outcome);
        return outcome == PutOutcome.Created ? TypedResults.Created(Address(id), change) : TypedResults.Ok(change);
    }

    private static async Task<Created<CameraAnswer>> PostAsync(
        FeatureBody body, [FromHeader(Name = IdempotencyKey.Header)] string? idempotencyKey, CanvassClient client, TimeProvider time)
    {
        var key = IdempotencyHeader.Read(idempotencyKey, PostScope);
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString();
        var camera = Taken(CameraFeature.Read(body.Feature, id));
        if (key is { } given)
        {
            id = await client.Idempotency.CreateOnceAsync(given, IdempotencyHeader.Fingerprint(body.Feature), id, CreateAsync);
        }
        else
        {
            await CreateAsync(id);
        }

        return TypedResults.Created(Address(id), new CameraAnswer(id, PutOutcome.Created));

        Task CreateAsync(string chosen) => client.Cameras.PutAsync(camera with { Key = new(chosen) });
    }

    private static async Task<JsonHttpResult<Feature<CameraProperties>>> GetAsync(HttpContext http, string cameraId, CanvassClient client)
    {
        var camera = await client.Cameras.GetAsync(Key(http, cameraId)) ?? throw Unknown();
        return TypedResults.Json(CameraFeature.Of(camera), contentType: BodyBytes.GeoJson);
    }

    private static async Task<NoContent> DeleteAsync(HttpContext http, string cameraId, CanvassClient client) =>
        await client.Cameras.RemoveAsync(Key(http, cameraId)) ? TypedResults.NoContent() : throw Unknown();

    private static async Task<JsonHttpResult<FeatureCollection<CameraProperties>>> ListAsync(
        HttpContext http, CanvassClient client, string? bbox, string? limit, string? cursor)
    {
        var errors = new FieldErrors();
        var box = QueryReader.Box(bbox, errors);
        var most = QueryReader.Limit(limit, errors);
        errors.ThrowIfAny();
        var page = await client.Cameras.ListAsync(box, most, QueryReader.Cursor(cursor));
        NextPage.Link(http, page.Next);
        return TypedResults.Json(new FeatureCollection<CameraProperties>([.. page.Cameras.Select(CameraFeature.Of)], page.Next), contentType: BodyBytes.GeoJson);
    }

    private static async Task<Ok<RecordingAnswer>> ReportAsync(
        JsonBody<IReadOnlyList<RecordingBody?>> body, CanvassClient client, TimeProvider time)
    {
        var errors = new FieldErrors();
        var reports = body.Value.Select((report, index) => Report(report, index, time, errors)).ToList();
        errors.ThrowIfAny();
        var unknown = new List<string>();
        foreach (var batch in reports.Where(report => Identifier.IsValid(report.Camera.Id)).Chunk(IGridGrain.MaxBatch))
        {
            unknown.AddRange((await client.Cameras.ReportRecordingAsync(batch)).Select(place => batch[place].Camera.Id));
        }

        unknown.AddRange(reports.Select(report => report.Camera.Id).Where(id => !Identifier.IsValid(id)));
        return TypedResults.Ok(new RecordingAnswer(reports.Count - unknown.Count, unknown));
    }

    private static RecordingReport Report(RecordingBody? body, int index, TimeProvider time, FieldErrors errors)
    {
        errors.Require(body?.Id is not null, $"[{index}].id", "There is none: give the camera's id.");
        errors.Require(body?.Recording is not null, $"[{index}].recording", "There is none: give true or false.");
        return new(new(body?.Id ?? ""), body?.Recording ?? false, body?.At ?? time.GetUtcNow());
    }

    private static Camera Taken(ParsedCamera reading)
    {
        if (reading.Camera is { } camera)
        {
            return camera;
        }

        var (kind, errors) = reading.Errors.Count > 0
            ? (RefusalKind.Invalid, reading.Errors)
            : (RefusalKind.Forbidden, reading.Forbidden);
        throw new RefusedException(kind, string.Join(" ", errors.Values.SelectMany(messages => messages)), errors);
    }

    private static CameraKey Key(HttpContext http, string cameraId) =>
        PathId.Of(http, cameraId, IdSegment) is var id && Identifier.IsValid(id) ? new(id) : throw Unknown();

    private static string Address(string id) => $"/v1/cameras/{Uri.EscapeDataString(id)}";

    private static RefusedException Unknown() => new(RefusalKind.NotFound, "There is no camera of this id that could be read here.");
}
