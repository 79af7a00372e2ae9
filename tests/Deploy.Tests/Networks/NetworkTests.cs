using Canvass.Deploy.Tests.Manifests;
using k8s.Models;

namespace Canvass.Deploy.Tests.Networks;

[Trait("Category", "Unit")]
public sealed class NetworkTests
{
    private const int SiloPort = 11_111;
    private const int GatewayPort = 30_000;
    private const int Http = 8080;
    private const int Postgres = 5432;

    private static readonly Peer Silo = Peer.Canvass("silo");
    private static readonly Peer Gateway = Peer.Canvass("gateway");
    private static readonly Peer Migrate = Peer.Canvass("migrate");
    private static readonly Peer Ingress = Peer.Of("network.canvass/http", "allowed");
    private static readonly Peer Monitoring = Peer.Of("network.canvass/telemetry", "allowed");
    private static readonly Peer Dns = Peer.Of("kubernetes.io/metadata.name", "kube-system");

    private static readonly Peer[] Everybody =
        [Silo, Gateway, Migrate, Ingress, Monitoring, Dns, Peer.Neighbour, Peer.Impostor, Peer.Outside, Peer.Database];

    public static TheoryData<string> Overlays => [.. Overlay.Names];

    [Theory]
    [MemberData(nameof(Overlays))]
    public void The_ports_of_Orleans_are_open_to_the_cluster_alone(string name)
    {
        var network = new Network(Overlay.Named(name));

        Assert.Equal([(Silo, SiloPort), (Gateway, GatewayPort)], Callers(network, Silo));
        Assert.Equal([], Callers(network, Gateway));
        Assert.Equal([], Callers(network, Migrate));

        static IEnumerable<(Peer, int)> Callers(Network network, Peer called) => Everybody
            .SelectMany(peer => new[] { SiloPort, GatewayPort }.Select(port => (peer, port)))
            .Where(call => network.Lets(call.peer, called, call.port));
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public void The_HTTP_port_is_open_to_the_ingress_and_to_monitoring_alone(string name)
    {
        var network = new Network(Overlay.Named(name));

        Assert.Equal([Ingress, Monitoring], Everybody.Where(peer => network.In(peer, Gateway, Http)));
        Assert.Equal([Monitoring], Everybody.Where(peer => network.In(peer, Silo, Http)));
        Assert.Equal([], Everybody.Where(peer => network.In(peer, Migrate, Http)));
    }

    [Fact]
    public void Pods_reach_what_they_need_and_nothing_else()
    {
        var network = new Network(Overlay.Production);
        int[] ports = [53, 80, 443, 4317, 4318, Postgres, Http, SiloPort, GatewayPort];

        Assert.Equal([(Silo, SiloPort), (Monitoring, 4317), (Monitoring, 4318), (Dns, 53), (Peer.Database, Postgres)], Reached(Silo));
        Assert.Equal([(Silo, GatewayPort), (Monitoring, 4317), (Monitoring, 4318), (Dns, 53), (Peer.Database, Postgres)], Reached(Gateway));
        Assert.Equal([(Dns, 53), (Peer.Database, Postgres)], Reached(Migrate));
        Assert.All([Silo, Gateway, Migrate], peer => Assert.True(network.Out(peer, Dns, 53, "UDP")));

        IEnumerable<(Peer, int)> Reached(Peer from) =>
            Everybody.SelectMany(to => ports.Where(port => network.Out(from, to, port)).Select(port => (to, port)));
    }

    [Fact]
    public void The_database_of_dev_is_open_to_Canvass_alone()
    {
        var network = new Network(Overlay.Dev);
        var database = new Peer("postgresql", Overlay.Dev.Workloads.Single(workload => !workload.IsCanvass).Labels);

        Assert.Equal([Silo, Gateway, Migrate], Everybody.Where(peer => network.Lets(peer, database, Postgres)));
        Assert.Equal([], Everybody.Where(peer => network.Out(database, peer, 443)));
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Every_pod_is_closed_where_nothing_opens_it(string name) =>
        Assert.All(Overlay.Named(name).Workloads, workload => Assert.Contains(Overlay.Named(name).Of<V1NetworkPolicy>(), policy =>
            policy.Spec.PodSelector.Takes(workload.Labels) && policy.Spec.PolicyTypes.Order().SequenceEqual(["Egress", "Ingress"])));

    /// <summary>The test of the tests above.</summary>
    [Theory]
    [InlineData("ports:\n    - port: 11111\n      protocol: TCP\n", "ports: []\n")]
    [InlineData("    - port: 11111\n", "    - port: 1024\n      endPort: 65535\n")]
    [InlineData(
        "  - from:\n    - podSelector:\n        matchLabels:\n          app.kubernetes.io/component: gateway\n",
        "  - from:\n    - podSelector:\n        matchLabels:\n")]
    public void A_policy_that_opens_more_is_noticed(string right, string wrong)
    {
        var text = Overlay.Production.Text;
        Assert.Contains(right, text);

        var network = new Network(new(text.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Contains(Everybody.SelectMany(peer => new[] { SiloPort, GatewayPort }.Select(port => (peer, port))),
            call => call != (Silo, SiloPort) && call != (Gateway, GatewayPort) && network.In(call.peer, Silo, call.port));
    }
}
