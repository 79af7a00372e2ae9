using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Canvass.Gateway.Problems;

/// <summary>Describes the problems that an endpoint may answer.</summary>
internal static class ProblemDescriptions
{
    /// <summary>Adds statuses with problem details to an endpoint's description; 503 and 507 are added to all.</summary>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in (ReadOnlySpan<int>)
            [.. statuses, StatusCodes.Status503ServiceUnavailable, StatusCodes.Status507InsufficientStorage])
        {
            // Errors by field come with these two only.
            _ = status is StatusCodes.Status400BadRequest or StatusCodes.Status422UnprocessableEntity
                ? endpoint.ProducesValidationProblem(status)
                : endpoint.ProducesProblem(status);
        }

        return endpoint;
    }
}
