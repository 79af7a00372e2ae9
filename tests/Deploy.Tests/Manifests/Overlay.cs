using System.Collections.Concurrent;
using Canvass.Running;
using k8s;
using k8s.Models;

namespace Canvass.Deploy.Tests.Manifests;

/// <summary>What an overlay renders to.</summary>
/// <param name="Text">As it is rendered.</param>
internal sealed record Overlay(string Text)
{
    private const string Folder = "deploy/k8s/overlays";

    private static readonly ConcurrentDictionary<string, Lazy<Overlay>> Rendered = new();

    /// <summary>The overlays that there are.</summary>
    public static IEnumerable<string> Names =>
        Directory.GetDirectories(Path.Combine(Repository.Root, Folder)).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    /// <summary>The one for real data.</summary>
    public static Overlay Production => Named("production");

    /// <summary>The one to try it with.</summary>
    public static Overlay Dev => Named("dev");

    /// <summary>Everything in it.</summary>
    public IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Objects { get; } = ManifestReader.Read(Text);

    /// <summary>What runs pods.</summary>
    public IEnumerable<Workload> Workloads => Objects.SelectMany<IKubernetesObject<V1ObjectMeta>, Workload>(item => item switch
    {
        V1Deployment deployment => [Workload(deployment, deployment.Spec.Template)],
        V1StatefulSet set => [Workload(set, set.Spec.Template)],
        V1Job job => [Workload(job, job.Spec.Template)],
        _ => [],
    });

    /// <summary>Renders one, once.</summary>
    public static Overlay Named(string name) =>
        Rendered.GetOrAdd(name, _ => new(() => new(Kubectl.Kustomize(Path.Combine(Repository.Root, Folder, name))))).Value;

    /// <summary>Everything of one kind.</summary>
    public IEnumerable<T> Of<T>() => Objects.OfType<T>();

    /// <summary>The one of a kind and a name.</summary>
    public T One<T>(string name)
        where T : IKubernetesObject<V1ObjectMeta> => Assert.Single(Of<T>(), item => item.Metadata.Name == name);

    private static Workload Workload(IKubernetesObject<V1ObjectMeta> item, V1PodTemplateSpec template) =>
        new($"{item.Kind} {item.Metadata.Name}", template.Metadata.Labels, template.Spec);
}
