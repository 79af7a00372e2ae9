namespace Canvass.Contracts.Cameras;

/// <summary>Where an integrated camera's live picture comes from. Written, never read back.</summary>
/// <param name="Protocol">For example <c>rtsp</c>.</param>
/// <param name="Url">An absolute URL; may hold credentials, so it stays out of answers and logs.</param>
[GenerateSerializer, Immutable, Alias("canvass.StreamAddress")]
public sealed record StreamAddress([property: Id(0)] string Protocol, [property: Id(1)] string Url)
{
    /// <summary>Says nothing: an address may hold credentials.</summary>
    public override string ToString() => "(stream)";
}
