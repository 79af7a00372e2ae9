using Microsoft.AspNetCore.Http.Metadata;

namespace Canvass.Gateway.Requests;

/// <summary>Lifts the server's limit off a body that is streamed and never held.</summary>
internal sealed class AnySize : IRequestSizeLimitMetadata
{
    /// <summary>No limit.</summary>
    public long? MaxRequestBodySize => null;
}
