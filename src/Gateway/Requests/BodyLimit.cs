namespace Canvass.Gateway.Requests;

/// <summary>How large a body an endpoint takes; 413 beyond. It is checked here and not by the server, which would cut the connection before
/// most callers have read why.</summary>
/// <param name="Bytes">In bytes.</param>
internal sealed record BodyLimit(int Bytes)
{
    /// <summary>Enough for any single thing.</summary>
    public static readonly BodyLimit OneThing = new(1024 * 1024);

    /// <summary>Enough for a batch.</summary>
    public static readonly BodyLimit Batch = new(8 * 1024 * 1024);
}
