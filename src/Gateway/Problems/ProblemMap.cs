using System.Data.Common;
using Canvass.Contracts.Refusals;
using Microsoft.AspNetCore.Http;

namespace Canvass.Gateway.Problems;

/// <summary>Says which problem a failure is.</summary>
internal static class ProblemMap
{
    /// <summary>The problem of a failure.</summary>
    public static Problem Of(Exception exception) => exception switch
    {
        RefusedException refusal => Of(refusal),
        GridUnavailableException { IsOutOfRoom: true } full => new(StatusCodes.Status507InsufficientStorage, full.Message),
        GridUnavailableException unavailable => new(StatusCodes.Status503ServiceUnavailable, unavailable.Message),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            new(StatusCodes.Status413PayloadTooLarge, "The body is larger than this resource takes: send less at a time."),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } =>
            new(StatusCodes.Status408RequestTimeout, "The body came too slowly: send it again."),
        BadHttpRequestException request => new(request.StatusCode, request.Message),
        TimeoutException => new(StatusCodes.Status503ServiceUnavailable,
            "The grid did not answer in time, so the outcome is unknown: repeat the request, which is safe."),
        Orleans.Runtime.OrleansException or OperationCanceledException or DbException => new(StatusCodes.Status503ServiceUnavailable,
            "The grid cannot be reached at present: repeat the request, which is safe."),
        _ => new(StatusCodes.Status500InternalServerError,
            "Something failed that should not have. The service's log says what; repeating the request is safe."),
    };

    /// <summary>The problem of a status that came without a body.</summary>
    public static Problem Of(int status, HttpContext http) => new(status, status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address: see /openapi/v1.json for what there is.",
        StatusCodes.Status405MethodNotAllowed =>
            $"{http.Request.Method} is not allowed here: use {http.Response.Headers.Allow} (see /openapi/v1.json).",
        StatusCodes.Status415UnsupportedMediaType =>
            "The Content-Type is missing or none that is taken here: see /openapi/v1.json for those that are.",
        StatusCodes.Status503ServiceUnavailable =>
            "More requests are in progress here than can be answered in time: repeat the request a little later, which is safe.",
        _ => "The request was refused: see /openapi/v1.json.",
    });

    private static Problem Of(RefusedException refusal) => new(
        refusal.Kind switch
        {
            RefusalKind.Invalid => StatusCodes.Status400BadRequest,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status422UnprocessableEntity,
        },
        refusal.Errors.Count > 0
            ? string.Join(" ", refusal.Errors.Select(error => $"{error.Key}: {string.Join(" ", error.Value)}"))
            : refusal.Message,
        refusal.Errors.Count > 0 ? refusal.Errors : null);
}
