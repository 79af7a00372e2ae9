using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Canvass.Gateway.Problems;

// The framework's own writer answers nothing to callers whose Accept names no JSON; an EventSource that meets an unknown incident shall
// learn why, too.
/// <summary>Writes problem details (RFC 9457) whatever the caller accepts.</summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    /// <summary>The media type of problem details.</summary>
    public const string ContentType = "application/problem+json";

    private const string NoSpecialType = "about:blank";
    private const string RetryAfterSeconds = "1";

    /// <inheritdoc/>
    public bool CanWrite(ProblemDetailsContext context) => true;

    /// <inheritdoc/>
    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        var status = problem.Status ?? http.Response.StatusCode;
        http.Response.StatusCode = status;
        problem.Status = status;
        problem.Type = NoSpecialType;
        problem.Title = ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase : "Error";
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        return new(http.Response.WriteAsJsonAsync(problem, problem.GetType(), options: null, ContentType, http.RequestAborted));
    }
}
