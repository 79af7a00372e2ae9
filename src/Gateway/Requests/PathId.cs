using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Canvass.Gateway.Requests;

// Not a catch-all route: it could be followed by nothing ('/coverage', '/events'), and the server would still have decoded the rest.
/// <summary>Reads ids in paths exactly. The server decodes a path before it is routed, all but '%2F', after which 'a/b' and 'a%2Fb' look
/// alike; what the caller sent still tells them apart.</summary>
internal static class PathId
{
    private const string EncodedSlash = "%2F";

    /// <summary>The id.</summary>
    /// <param name="http">The request.</param>
    /// <param name="routed">The id as it was routed.</param>
    /// <param name="segment">Which segment of the path it is, from 0.</param>
    public static string Of(HttpContext http, string routed, int segment)
    {
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var path = target.StartsWith('/') ? target.Split('?', 2)[0] : "";
        var segments = path.Split('/');
        if (segment + 1 < segments.Length)
        {
            var id = Uri.UnescapeDataString(segments[segment + 1]);
            if (Routed(id) == Routed(Uri.UnescapeDataString(routed)))
            {
                return id;
            }
        }

        return routed.Replace(EncodedSlash, "/", StringComparison.OrdinalIgnoreCase);
    }

    private static string Routed(string id) => Uri.UnescapeDataString(id);
}
