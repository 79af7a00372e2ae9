using Canvass.Client;
using Canvass.Client.Files;
using Canvass.Gateway.Problems;
using Canvass.Gateway.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Net.Http.Headers;

namespace Canvass.Gateway.Cameras;

/// <summary>The import of cameras, streamed and of any size.</summary>
internal static class CameraImportApi
{
    private const string NdJson = "application/x-ndjson";
    private const string Csv = "text/csv";

    // A modem delivers this; somebody who holds a connection open for its own sake does not. Time in which the grid takes rows in does
    // not count.
    private static readonly MinDataRate SlowestBody = new(bytesPerSecond: 100, gracePeriod: TimeSpan.FromSeconds(30));

    /// <summary>Maps <c>/v1/cameras:import</c>.</summary>
    public static void MapCameraImportApi(this IEndpointRouteBuilder app) =>
        app.MapPost("/v1/cameras:import", ImportAsync).WithName("ImportCameras").WithTags("Cameras").ProducesProblems(415)
            .Accepts<Stream>(BodyBytes.GeoJson, BodyBytes.Json, NdJson, Csv)
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .WithSummary("Creates and replaces cameras from a file of any size.")
            .WithDescription("A FeatureCollection, a Feature a line, or CSV with a header (id, lng, lat and the properties of a feature; "
                + "bearingDeg also as a point of the compass). Good rows go in and bad ones are named; a row is never half applied. "
                + "Where the body breaks off, the rows before stand: simply send it again.");

    private static async Task<Ok<ImportAnswer>> ImportAsync(HttpContext http, CanvassClient client)
    {
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = SlowestBody;
        }

        var rejections = new FirstRejectedRows();
        var rows = CameraFile.ReadAsync(http.Request.Body, Format(http.Request), map: null, http.RequestAborted);
        var totals = await client.Cameras.ImportAsync(rows, rejections.Add, progress: null, http.RequestAborted);
        return TypedResults.Ok(
            new ImportAnswer(totals.Imported, totals.Updated, totals.Unchanged, totals.Rejected, rejections.Rows));
    }

    private static CameraFileFormat Format(HttpRequest request)
    {
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type);
        return type?.MediaType.Value?.ToLowerInvariant() switch
        {
            BodyBytes.GeoJson or BodyBytes.Json => CameraFileFormat.GeoJson,
            NdJson => CameraFileFormat.NdJson,
            Csv => CameraFileFormat.Csv,
            _ => throw new Microsoft.AspNetCore.Http.BadHttpRequestException(
                $"The Content-Type is missing or no file of cameras: give {BodyBytes.GeoJson}, {BodyBytes.Json}, {NdJson} or {Csv}.",
                StatusCodes.Status415UnsupportedMediaType),
        };
    }
}
