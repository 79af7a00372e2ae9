using Microsoft.AspNetCore.Http.Metadata;

namespace Canvass.Gateway.Requests;

/// <summary>How large a body an endpoint takes; the server answers 413 beyond.</summary>
/// <param name="MaxRequestBodySize">In bytes; null for any size.</param>
internal sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata
{
    /// <summary>Enough for any single thing.</summary>
    public static readonly BodyLimit OneThing = new(1024 * 1024);

    /// <summary>Enough for a batch.</summary>
    public static readonly BodyLimit Batch = new(8 * 1024 * 1024);

    /// <summary>For what is streamed and never held.</summary>
    public static readonly BodyLimit None = new((long?)null);
}
