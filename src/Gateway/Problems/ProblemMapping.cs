using System.Data.Common;
using Canvass.Contracts.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Canvass.Gateway.Problems;

/// <summary>Maps failures and bare statuses to problem details.</summary>
internal static class ProblemMapping
{
    /// <summary>The problem of a failure.</summary>
    public static ProblemDetails Of(Exception exception) => exception switch
    {
        RefusedException refusal => Of(refusal),
        GridUnavailableException { IsOutOfRoom: true } full => New(StatusCodes.Status507InsufficientStorage, full.Message),
        GridUnavailableException unavailable => New(StatusCodes.Status503ServiceUnavailable, unavailable.Message),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            New(StatusCodes.Status413PayloadTooLarge, "The body is larger than this resource takes: send less at a time."),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } =>
            New(StatusCodes.Status408RequestTimeout, "The body came too slowly: send it again."),
        BadHttpRequestException request => New(request.StatusCode, request.Message),
        TimeoutException => New(StatusCodes.Status503ServiceUnavailable,
            "The grid did not answer in time, so the outcome is unknown: repeat the request, which is safe."),
        Orleans.Runtime.OrleansException or OperationCanceledException or DbException => New(StatusCodes.Status503ServiceUnavailable,
            "The grid cannot be reached at present: repeat the request, which is safe."),
        _ => New(StatusCodes.Status500InternalServerError,
            "Something failed that should not have. The service's log says what; repeating the request is safe."),
    };

    /// <summary>The problem of a status that came without a body.</summary>
    public static ProblemDetails Of(int status, HttpContext http) => New(status, status switch
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

    private static ProblemDetails Of(RefusedException refusal) => New(
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
        refusal.Errors);

    private static ProblemDetails New(int status, string detail, IDictionary<string, string[]>? errors = null) => errors is { Count: > 0 }
        ? new HttpValidationProblemDetails(errors) { Status = status, Detail = detail }
        : new ProblemDetails { Status = status, Detail = detail };
}
