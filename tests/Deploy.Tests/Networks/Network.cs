using System.Globalization;
using System.Net;
using Canvass.Deploy.Tests.Manifests;
using k8s.Models;

namespace Canvass.Deploy.Tests.Networks;

/// <summary>Who may reach whom, as the network policies of an overlay have it.</summary>
internal sealed class Network(Overlay overlay)
{
    private readonly List<V1NetworkPolicy> _policies = [.. overlay.Of<V1NetworkPolicy>()];
    private readonly IDictionary<string, string> _own = overlay.Of<V1Namespace>().Single().Metadata.Labels;

    /// <summary>Whether one peer may open a connection to another's TCP port.</summary>
    public bool Lets(Peer from, Peer to, int port) => Out(from, to, port) && In(from, to, port);

    /// <summary>Whether some peer may leave for another.</summary>
    public bool Out(Peer from, Peer to, int port, string protocol = "TCP") => Of(from, "Egress") is not { Count: > 0 } policies
        || policies.SelectMany(policy => policy.Spec.Egress ?? [])
            .Any(rule => Opens(rule.Ports, port, protocol) && Takes(rule.To, to));

    /// <summary>Whether a peer takes what comes from another.</summary>
    public bool In(Peer from, Peer to, int port) => Of(to, "Ingress") is not { Count: > 0 } policies
        || policies.SelectMany(policy => policy.Spec.Ingress ?? [])
            .Any(rule => Opens(rule.Ports, port, "TCP") && Takes(rule.FromProperty, from));

    private List<V1NetworkPolicy> Of(Peer peer, string direction) => peer.Pod is { } pod && peer.Namespace is null
        ? [.. _policies.Where(policy => policy.Spec.PolicyTypes.Contains(direction) && policy.Spec.PodSelector.Takes(pod))]
        : [];

    /// <summary>No ports are all of them.</summary>
    private static bool Opens(IList<V1NetworkPolicyPort>? ports, int port, string protocol) => ports is not { Count: > 0 }
        || ports.Any(open => (open.Protocol ?? "TCP") == protocol && (open.Port is null
            || (Number(open.Port) is var first && port >= first && port <= (open.EndPort ?? first))));

    /// <summary>The policies here give numbers; a name would have to be looked up in each pod.</summary>
    private static int Number(IntOrString port) => int.Parse(port.Value, CultureInfo.InvariantCulture);

    /// <summary>No peers are all of them.</summary>
    private bool Takes(IList<V1NetworkPolicyPeer>? peers, Peer peer) => peers is not { Count: > 0 } || peers.Any(taken => taken switch
    {
        { IpBlock: { } block } => peer.Address is { } address && IPNetwork.Parse(block.Cidr).Contains(address),
        { NamespaceSelector: { } space } => peer.Pod is { } pod && space.Takes(peer.Namespace ?? _own) && (taken.PodSelector?.Takes(pod) ?? true),
        _ => peer is { Pod: { } pod, Namespace: null } && taken.PodSelector.Takes(pod),
    });
}
