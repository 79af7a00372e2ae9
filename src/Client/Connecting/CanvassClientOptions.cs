using System.Net;

namespace Canvass.Client.Connecting;

/// <summary>Where a grid is, and how long to try to reach it.</summary>
public sealed class CanvassClientOptions
{
    /// <summary>The silos' gateways; default one, 127.0.0.1:30000.</summary>
    public IReadOnlyList<IPEndPoint> Gateways { get; set; } = [new(IPAddress.Loopback, 30_000)];

    /// <summary>The cluster's id; default <c>canvass</c>.</summary>
    public string ClusterId { get; set; } = "canvass";

    /// <summary>The service's id; default <c>canvass</c>.</summary>
    public string ServiceId { get; set; } = "canvass";

    /// <summary>How long to try to connect; default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait for an answer; default 30 s. A timeout means that the outcome is unknown.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
