using Canvass.Deploy.Tests.Manifests;
using Canvass.Running;
using k8s.Models;
using YamlDotNet.Core;

namespace Canvass.Deploy.Tests;

[Trait("Category", "Unit")]
public sealed class OverlayTests
{
    public static TheoryData<string> Overlays => [.. Overlay.Names];

    public static TheoryData<string> Files => [.. new[] { "*.yaml", "*.yml" }
        .SelectMany(pattern => Repository.Files(Path.Combine(Repository.Root, "deploy"), pattern))
        .Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory]
    [MemberData(nameof(Overlays))]
    public void An_overlay_renders_to_objects_that_Kubernetes_knows(string name)
    {
        var overlay = Overlay.Named(name);
        var space = Assert.Single(overlay.Of<V1Namespace>()).Metadata.Name;

        Assert.Equal(["Deployment canvass-gateway", "Deployment canvass-silo", "Job canvass-migrate"],
            overlay.Workloads.Where(workload => workload.IsCanvass).Select(workload => workload.Name).Order(StringComparer.Ordinal));
        Assert.All(overlay.Objects.Where(item => item is not V1Namespace), item => Assert.Equal(space, item.Metadata.NamespaceProperty));
        Assert.All(overlay.Objects.Where(item => item is not V1Namespace), item => Assert.True(
            item.Metadata.Labels.ContainsKey("app.kubernetes.io/name") && item.Metadata.Labels["app.kubernetes.io/part-of"] == "canvass",
            $"{item.Kind} {item.Metadata.Name} lacks a label"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_has_no_key_twice(string path) => Assert.NotEmpty(YamlText.Documents(Repository.Read(path)));

    [Fact]
    public void A_key_that_stands_twice_is_refused() =>
        Assert.ThrowsAny<YamlException>(() => YamlText.Documents("metadata:\n  name: a\n  name: b\n"));

    [Theory]
    [InlineData("  minReadySeconds: 10\n", "  minReadySecond: 10\n")]
    [InlineData("            path: /health/live\n", "            paht: /health/live\n")]
    [InlineData("periodSeconds: 600\n", "periodSeconds: ten\n")]
    [InlineData("            memory: 4Gi\n", "            memory: 4Gb\n")]
    [InlineData("          value: silo\n", "          value: true\n")]
    [InlineData("kind: Job\n", "kind: Jbo\n")]
    [InlineData("apiVersion: autoscaling/v2\n", "apiVersion: autoscaling/v2beta9\n")]
    [InlineData("    scrapeTimeout: 10s\n", "    scrapeTimout: 10s\n")]
    [InlineData("  clusterIP: None\n", "  clusterIP: None\n  clusterip: None\n")]
    public void What_Kubernetes_would_not_take_is_refused(string right, string wrong)
    {
        var text = Overlay.Production.Text;
        Assert.Contains(right, text);

        Assert.Throws<FormatException>(() => ManifestReader.Read(text.Replace(right, wrong, StringComparison.Ordinal)));
    }
}
