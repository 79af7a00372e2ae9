using System.Net;

namespace Canvass.Deploy.Tests.Networks;

/// <summary>Somebody on the network.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Pod">A pod's labels.</param>
/// <param name="Namespace">The labels of its namespace; null: the overlay's own.</param>
/// <param name="Address">Where it is, outside of the cluster.</param>
internal sealed record Peer(string Name, IDictionary<string, string>? Pod, IDictionary<string, string>? Namespace = null, IPAddress? Address = null)
{
    /// <summary>A pod of the overlay's own namespace that has nothing to do with Canvass.</summary>
    public static Peer Neighbour { get; } = new("neighbour", new Dictionary<string, string> { ["app.kubernetes.io/name"] = "other" });

    /// <summary>A pod that wears a label of ours in another namespace.</summary>
    public static Peer Impostor { get; } = Canvass("silo") with { Name = "impostor", Namespace = new Dictionary<string, string>() };

    /// <summary>A machine outside of the cluster.</summary>
    public static Peer Outside { get; } = new("outside", null, null, IPAddress.Parse("203.0.113.7"));

    /// <summary>A database in the private network.</summary>
    public static Peer Database { get; } = new("database", null, null, IPAddress.Parse("10.1.2.3"));

    /// <summary>A pod of ours.</summary>
    public static Peer Canvass(string component) =>
        new(component, new Dictionary<string, string> { ["app.kubernetes.io/name"] = "canvass", ["app.kubernetes.io/component"] = component });

    /// <summary>A pod of a namespace with one label.</summary>
    public static Peer Of(string label, string value) =>
        new(label, new Dictionary<string, string>(), new Dictionary<string, string> { [label] = value });

    /// <inheritdoc/>
    public override string ToString() => Name;
}
