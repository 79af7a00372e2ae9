using k8s.Models;

namespace Canvass.Deploy.Tests.Manifests;

/// <summary>What runs pods.</summary>
/// <param name="Name">Kind and name.</param>
/// <param name="Labels">Its pods' labels.</param>
/// <param name="Pod">Its pods.</param>
internal sealed record Workload(string Name, IDictionary<string, string> Labels, V1PodSpec Pod)
{
    /// <summary>Whether its pods are of our image.</summary>
    public bool IsCanvass => Labels["app.kubernetes.io/name"] == "canvass";

    /// <summary>Which part of Canvass its pods are.</summary>
    public string Component => Labels["app.kubernetes.io/component"];

    /// <summary>All containers, with those that run first.</summary>
    public IEnumerable<V1Container> Containers => Pod.Containers.Concat(Pod.InitContainers ?? []);
}
