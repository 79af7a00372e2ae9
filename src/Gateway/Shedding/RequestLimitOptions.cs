namespace Canvass.Gateway.Shedding;

/// <summary>How much the HTTP doors take; bound from the configuration section <c>Canvass</c>.</summary>
public sealed class RequestLimitOptions
{
    /// <summary>How many requests may be in progress at once; further ones are answered 503 at once. As many again may watch incidents.
    /// Default 1000.</summary>
    public int MaxConcurrentRequests { get; set; } = 1_000;
}
