using Microsoft.Net.Http.Headers;

namespace Canvass.Silo.Hosting;

/// <summary>
/// Refuses requests by which a web page from elsewhere would change something: a browser sends simple POSTs to the loopback interface without
/// asking first, and callers are not authenticated. Programs other than browsers send neither of the headers looked at.
/// </summary>
internal sealed class SameOriginGuard(RequestDelegate next, AllowedHostNames names, IProblemDetailsService problems)
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <summary>Passes a request on or refuses it (403).</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (IsSafe(http.Request.Method) || !ComesFromElsewhere(http))
        {
            return next(http);
        }

        return problems.WriteAsync(new()
        {
            HttpContext = http,
            ProblemDetails = new()
            {
                Status = StatusCodes.Status403Forbidden,
                Detail = "A web page from elsewhere may not change anything here: call from a program, or from a page that this server gave.",
            },
        }).AsTask();
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    private bool ComesFromElsewhere(HttpContext http)
    {
        // Ports do not count for a site: a page from another port of this machine is on the same site, and is not ours.
        var sites = http.Request.Headers[FetchSite];
        var origins = http.Request.Headers[HeaderNames.Origin];
        return sites.Any(site => site is not ("same-origin" or "none")) || origins.Any(origin => !IsOwn(origin, http));
    }

    /// <summary>A name that is not this machine's is a proxy's, which may listen elsewhere and speak TLS: there the caller's name counts.</summary>
    private bool IsOwn(string? origin, HttpContext http) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && from is { Scheme: "http" or "https", AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
        && (LoopbackGuard.Hosts.Contains(from.Host, StringComparer.OrdinalIgnoreCase)
            ? from.Scheme == http.Request.Scheme && from.Port == http.Connection.LocalPort
            : names.Has(from.Host) && string.Equals(from.Authority, http.Request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
