using Microsoft.AspNetCore.Http;

namespace Canvass.Gateway.Requests;

/// <summary>Reads bodies that are small enough to be held.</summary>
internal static class BodyBytes
{
    /// <summary>JSON's media type.</summary>
    public const string Json = "application/json";

    /// <summary>GeoJSON's media type.</summary>
    public const string GeoJson = "application/geo+json";

    /// <summary>The body of a request that says it is JSON. How much of it is read, the endpoint's <see cref="BodyLimit"/> decides.</summary>
    /// <exception cref="BadHttpRequestException">It says it is something else, or nothing (415), or is too large (413).</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            throw new BadHttpRequestException(
                $"The Content-Type is missing or not JSON: send JSON with 'Content-Type: {Json}'.", StatusCodes.Status415UnsupportedMediaType);
        }

        using var held = new MemoryStream();
        await http.Request.Body.CopyToAsync(held, http.RequestAborted);
        return held.ToArray();
    }
}
