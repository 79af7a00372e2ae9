namespace Canvass.Gateway.Requests;

// Not the server's own limit (RequestSizeLimitAttribute): it answers 413 and closes the connection at once, so that callers that are still
// sending see a broken pipe instead. A third of the endpoints' tests failed so.
/// <summary>How large a body an endpoint takes; 413 beyond.</summary>
/// <param name="Bytes">In bytes.</param>
internal sealed record BodyLimit(int Bytes)
{
    /// <summary>Enough for any single thing.</summary>
    public static readonly BodyLimit OneThing = new(1024 * 1024);

    /// <summary>Enough for a batch.</summary>
    public static readonly BodyLimit Batch = new(8 * 1024 * 1024);
}
