using System.Globalization;
using Canvass.Deploy.Tests.Manifests;
using Canvass.Deploy.Tests.Settings;
using k8s.Models;

namespace Canvass.Deploy.Tests;

[Trait("Category", "Unit")]
public sealed class PodTests
{
    public static TheoryData<string> Overlays => [.. Overlay.Names];

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Pods_run_as_nobody_that_could_do_harm(string name) => Assert.All(Overlay.Named(name).Workloads, workload =>
    {
        Assert.True(workload.Pod.SecurityContext.RunAsNonRoot);
        Assert.True(workload.Pod.SecurityContext.RunAsUser > 0);
        Assert.Equal("RuntimeDefault", workload.Pod.SecurityContext.SeccompProfile.Type);
        Assert.False(workload.Pod.AutomountServiceAccountToken);
        Assert.False(workload.Pod.EnableServiceLinks);
        Assert.Null(workload.Pod.HostNetwork);
        Assert.Null(workload.Pod.HostPID);
        Assert.DoesNotContain(workload.Pod.Volumes, volume => volume.HostPath is not null);
        Assert.All(workload.Containers, container =>
        {
            Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
            Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
            Assert.Null(container.SecurityContext.Privileged);
            Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
            Assert.Null(container.SecurityContext.Capabilities.Add);
            Assert.Contains(container.VolumeMounts, mount => mount.MountPath == "/tmp");
        });
    });

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Pods_ask_for_what_they_need_and_no_limit_throttles_them(string name) =>
        Assert.All(Overlay.Named(name).Workloads.SelectMany(workload => workload.Containers), container =>
        {
            Assert.Equal(["cpu", "memory"], container.Resources.Requests.Keys.Order());
            Assert.Equal(["memory"], container.Resources.Limits.Keys);
            Assert.True(container.Resources.Limits["memory"].ToDecimal() >= container.Resources.Requests["memory"].ToDecimal());
        });

    [Theory]
    [MemberData(nameof(Overlays))]
    public void The_three_probes_ask_apart_and_under_a_name_that_is_allowed(string name)
    {
        var overlay = Overlay.Named(name);

        Assert.All(overlay.Of<V1Deployment>().SelectMany(deployment => deployment.Spec.Template.Spec.Containers), container =>
        {
            var asked = new[] { container.StartupProbe, container.LivenessProbe, container.ReadinessProbe }.Select(probe => probe.HttpGet).ToList();
            Assert.Equal(["/health/startup", "/health/live", "/health/ready"], asked.Select(get => get.Path));
            Assert.All(asked, get =>
            {
                Assert.Equal("http", get.Port.Value);
                var host = Assert.Single(get.HttpHeaders, header => header.Name == "Host").Value;
                Assert.Contains(host, Value(overlay, container, "AllowedHosts").Split(';'));
            });
        });
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public void A_pod_has_half_a_minute_more_than_it_drains(string name)
    {
        var overlay = Overlay.Named(name);

        Assert.All(overlay.Of<V1Deployment>(), deployment =>
        {
            var pod = deployment.Spec.Template.Spec;
            var drain = TimeSpan.Parse(Value(overlay, pod.Containers[0], "Canvass__ShutdownTimeout"), CultureInfo.InvariantCulture);
            Assert.True(pod.TerminationGracePeriodSeconds >= drain.TotalSeconds + 30);
        });
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public void An_upgrade_takes_no_pod_away_before_another_is_there(string name) => Assert.All(Overlay.Named(name).Of<V1Deployment>(), deployment =>
    {
        Assert.Equal("RollingUpdate", deployment.Spec.Strategy.Type);
        Assert.Equal("0", deployment.Spec.Strategy.RollingUpdate.MaxUnavailable.Value);
        Assert.Equal("1", deployment.Spec.Strategy.RollingUpdate.MaxSurge.Value);
        Assert.True(deployment.Spec.MinReadySeconds > 0);
    });

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Pods_spread_over_zones_and_nodes(string name) => Assert.All(Overlay.Named(name).Of<V1Deployment>(), deployment =>
    {
        var spread = deployment.Spec.Template.Spec.TopologySpreadConstraints;
        Assert.Equal(["topology.kubernetes.io/zone", "kubernetes.io/hostname"], spread.Select(constraint => constraint.TopologyKey));
        Assert.All(spread, constraint => Assert.Equal(deployment.Spec.Selector.MatchLabels, constraint.LabelSelector.MatchLabels));
    });

    [Theory]
    [MemberData(nameof(Overlays))]
    public void An_image_is_of_a_version(string name) =>
        Assert.All(Overlay.Named(name).Workloads.SelectMany(workload => workload.Containers), container =>
        {
            var tag = container.Image.Split('/')[^1].Split(':', '@');
            Assert.True(tag.Length > 1 && tag[1] != "latest", $"{container.Image} names no version");
        });

    [Fact]
    public void Dev_brings_its_own_PostgreSQL_and_production_does_not()
    {
        var foreign = Assert.Single(Overlay.Dev.Workloads, workload => !workload.IsCanvass);
        Assert.StartsWith("postgres:", Assert.Single(foreign.Containers).Image, StringComparison.Ordinal);
        Assert.All(Overlay.Production.Workloads, workload => Assert.True(workload.IsCanvass));
    }

    [Fact]
    public void Production_holds_no_secret_but_names_one()
    {
        var containers = Overlay.Production.Workloads.SelectMany(workload => workload.Containers).ToList();

        Assert.Empty(Overlay.Production.Of<V1Secret>());
        Assert.DoesNotMatch("(?i)password|pwd=|host=", Overlay.Production.Text);
        Assert.All(containers, container =>
        {
            var secret = Assert.Single(container.Env, variable => variable.Name == "Canvass__Database").ValueFrom.SecretKeyRef;
            Assert.Equal(("canvass-database", "connection-string"), (secret.Name, secret.Key));
        });
    }

    [Fact]
    public void The_secret_of_dev_has_the_keys_that_its_pods_ask_for()
    {
        var secret = Assert.Single(Overlay.Dev.Of<V1Secret>());
        var asked = Overlay.Dev.Workloads.SelectMany(workload => workload.Containers).SelectMany(container => container.Env)
            .Select(variable => variable.ValueFrom?.SecretKeyRef).OfType<V1SecretKeySelector>().ToList();

        Assert.NotEmpty(asked);
        Assert.All(asked, key => Assert.True(key.Name == secret.Metadata.Name && secret.Data.ContainsKey(key.Key)));
    }

    private static string Value(Overlay overlay, V1Container container, string name) =>
        Assert.Single(Variable.Of(container, overlay), variable => variable.Name == name).Value!;
}
