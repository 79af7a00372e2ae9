namespace Canvass.Gateway.Limits;

/// <summary>How many requests the HTTP API takes at once; bound from the configuration section <c>Canvass</c>.</summary>
public sealed class RequestLimitOptions
{
    /// <summary>How many requests may be in progress at once; further ones are answered 503 at once. As many again may be open at each
    /// endpoint that streams events. Default 1000.</summary>
    public int MaxConcurrentRequests { get; set; } = 1_000;
}
