using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Canvass.Gateway.Problems;

/// <summary>Describes the problems that an endpoint may answer.</summary>
internal static class ProblemDescriptions
{
    /// <summary>Adds statuses with problem details to an endpoint's description; that the grid may be out of reach or
    /// out of room holds for all.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in (ReadOnlySpan<int>)
            [.. statuses, StatusCodes.Status503ServiceUnavailable, StatusCodes.Status507InsufficientStorage])
        {
            endpoint.Produces<Problem>(status, Problem.ContentType);
        }

        return endpoint;
    }
}
