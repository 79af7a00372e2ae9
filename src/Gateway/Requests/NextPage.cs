using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Canvass.Gateway.Requests;

/// <summary>Links a page to the next one (RFC 8288).</summary>
internal static class NextPage
{
    private const string Cursor = "cursor";

    /// <summary>Adds the link where there is a next page.</summary>
    public static void Link(HttpContext http, string? cursor)
    {
        if (cursor is null)
        {
            return;
        }

        var query = new QueryBuilder(http.Request.Query.Where(pair => pair.Key != Cursor)) { { Cursor, cursor } };
        http.Response.Headers.Link = $"<{http.Request.PathBase}{http.Request.Path}{query}>; rel=\"next\"";
    }
}
