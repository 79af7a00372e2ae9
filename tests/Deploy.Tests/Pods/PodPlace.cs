using Canvass.Running.Clusters;
using k8s.Models;

namespace Canvass.Deploy.Tests.Pods;

/// <summary>What only a cluster knows of a pod.</summary>
/// <param name="Network">The network of the cluster's pods.</param>
/// <param name="Place">The pod's place in it.</param>
/// <param name="Secret">The value of every key of every Secret: the connection string of the database.</param>
internal sealed record PodPlace(ClusterNetwork Network, int Place, string Secret)
{
    /// <summary>The pod's address.</summary>
    public string Address => Network.AddressOf(Place).ToString();

    /// <summary>The network namespace that it has for itself.</summary>
    public string Namespace => Network.NamespaceOf(Place);

    /// <summary>The value of a variable that the manifest leaves to the cluster.</summary>
    public string Knows(V1EnvVarSource source) => source switch
    {
        { FieldRef.FieldPath: "status.podIP" } => Address,
        { SecretKeyRef: not null } => Secret,
        _ => throw new NotSupportedException("A variable comes from a place that is not known here."),
    };
}
