using k8s;
using k8s.Models;

namespace Canvass.Deploy.Tests.Manifests;

/// <summary>What of the Prometheus operator's kind is used here.</summary>
[KubernetesEntity(Group = "monitoring.coreos.com", ApiVersion = "v1", Kind = "ServiceMonitor", PluralName = "servicemonitors")]
internal sealed record ServiceMonitor : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; } = "";

    public string Kind { get; set; } = "";

    public V1ObjectMeta Metadata { get; set; } = new();

    public required MonitorSpec Spec { get; init; }

    internal sealed record MonitorSpec
    {
        public required V1LabelSelector Selector { get; init; }

        public IReadOnlyList<string> TargetLabels { get; init; } = [];

        public required IReadOnlyList<MonitorEndpoint> Endpoints { get; init; }
    }

    internal sealed record MonitorEndpoint
    {
        public required string Port { get; init; }

        public required string Path { get; init; }

        public required string Interval { get; init; }

        public required string ScrapeTimeout { get; init; }
    }
}
