using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Canvass.Gateway.Requests;

/// <summary>Reads bodies that are small enough to be held.</summary>
internal static class BodyBytes
{
    /// <summary>JSON's media type.</summary>
    public const string Json = "application/json";

    /// <summary>GeoJSON's media type.</summary>
    public const string GeoJson = "application/geo+json";

    private const int BlockSize = 16 * 1024;

    /// <summary>The body of a request that says it is JSON, as far as the endpoint's <see cref="BodyLimit"/> goes.</summary>
    /// <exception cref="BadHttpRequestException">It says it is something else, or nothing (415), or is too large (413).</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            throw new BadHttpRequestException(
                $"The Content-Type is missing or not JSON: send JSON with 'Content-Type: {Json}'.", StatusCodes.Status415UnsupportedMediaType);
        }

        var limit = http.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>() ?? BodyLimit.OneThing;
        if (http.Request.ContentLength > limit.Bytes)
        {
            throw TooLarge();
        }

        var held = new ArrayBufferWriter<byte>(BlockSize);
        while (await http.Request.Body.ReadAsync(held.GetMemory(BlockSize), http.RequestAborted) is > 0 and var read)
        {
            held.Advance(read);
            if (held.WrittenCount > limit.Bytes)
            {
                throw TooLarge();
            }
        }

        return held.WrittenMemory;
    }

    private static BadHttpRequestException TooLarge() => new("Too large.", StatusCodes.Status413PayloadTooLarge);
}
