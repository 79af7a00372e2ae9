using System.Globalization;
using Canvass.Deploy.Tests.Manifests;
using k8s.Models;

namespace Canvass.Deploy.Tests;

[Trait("Category", "Unit")]
public sealed class ServiceTests
{
    public static TheoryData<string> Overlays => [.. Overlay.Names];

    [Theory]
    [MemberData(nameof(Overlays))]
    public void A_service_leads_to_a_port_of_one_workload(string name) => Assert.All(Overlay.Named(name).Of<V1Service>(), service =>
    {
        var workload = Assert.Single(Overlay.Named(name).Workloads, workload => workload.Labels.Has(service.Spec.Selector));
        var ports = workload.Containers.SelectMany(container => container.Ports ?? []).ToList();
        Assert.All(service.Spec.Ports, port => Assert.Contains(ports, open => open.Name == port.TargetPort.Value && open.ContainerPort == port.Port));
    });

    [Theory]
    [MemberData(nameof(Overlays))]
    public void A_deployment_owns_the_pods_that_it_makes_and_no_others(string name)
    {
        var overlay = Overlay.Named(name);

        Assert.All(overlay.Of<V1Deployment>(), deployment => Assert.Equal([$"Deployment {deployment.Metadata.Name}"],
            overlay.Workloads.Where(workload => deployment.Spec.Selector.Takes(workload.Labels)).Select(workload => workload.Name)));
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public void A_disruption_budget_is_for_one_deployment_and_each_has_one(string name)
    {
        var overlay = Overlay.Named(name);
        var budgets = overlay.Of<V1PodDisruptionBudget>().Select(budget =>
        {
            Assert.Equal("1", budget.Spec.MaxUnavailable.Value);
            return Assert.Single(overlay.Workloads, workload => budget.Spec.Selector.Takes(workload.Labels)).Name;
        });

        Assert.Equal(overlay.Of<V1Deployment>().Select(deployment => $"Deployment {deployment.Metadata.Name}").Order(), budgets.Order());
    }

    [Fact]
    public void Prometheus_finds_silos_and_gateways()
    {
        var monitor = Assert.Single(Overlay.Production.Of<ServiceMonitor>()).Spec;
        var services = Overlay.Production.Of<V1Service>().Where(service => monitor.Selector.Takes(service.Metadata.Labels)).ToList();

        Assert.Equal(["canvass-gateway", "canvass-silo"], services.Select(service => service.Metadata.Name).Order());
        var endpoint = Assert.Single(monitor.Endpoints);
        Assert.Equal("/metrics", endpoint.Path);
        Assert.All(services, service => Assert.Contains(service.Spec.Ports, port => port.Name == endpoint.Port));
    }

    [Theory]
    [InlineData("canvass-silo", 3)]
    [InlineData("canvass-gateway", 2)]
    public void Production_leaves_the_number_of_pods_to_the_autoscaler(string name, int least)
    {
        var scaler = Overlay.Production.One<V2HorizontalPodAutoscaler>(name).Spec;

        Assert.Equal(("apps/v1", "Deployment", name), (scaler.ScaleTargetRef.ApiVersion, scaler.ScaleTargetRef.Kind, scaler.ScaleTargetRef.Name));
        Assert.Null(Overlay.Production.One<V1Deployment>(name).Spec.Replicas);
        Assert.Equal(least, scaler.MinReplicas);
        Assert.True(scaler.MaxReplicas > least);
    }

    [Fact]
    public void Silos_go_one_at_a_time_and_each_has_drained_before_the_next()
    {
        var down = Overlay.Production.One<V2HorizontalPodAutoscaler>("canvass-silo").Spec.Behavior.ScaleDown;
        var grace = Overlay.Production.One<V1Deployment>("canvass-silo").Spec.Template.Spec.TerminationGracePeriodSeconds;

        var policy = Assert.Single(down.Policies);
        Assert.Equal(("Pods", 1), (policy.Type, policy.Value));
        Assert.True(policy.PeriodSeconds > grace && down.StabilizationWindowSeconds > grace);
    }

    [Fact]
    public void Without_an_autoscaler_a_deployment_says_how_many() =>
        Assert.All(Overlay.Dev.Of<V1Deployment>(), deployment => Assert.InRange(deployment.Spec.Replicas!.Value, 1, 2));

    [Fact]
    public void The_ports_of_the_manifests_are_those_of_the_settings()
    {
        var settings = Assert.Single(Overlay.Production.Of<V1ConfigMap>()).Data;
        var ports = Overlay.Production.One<V1Deployment>("canvass-silo").Spec.Template.Spec.Containers[0].Ports
            .ToDictionary(port => port.Name, port => port.ContainerPort.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(settings["Canvass__SiloPort"], ports["silo"]);
        Assert.Equal(settings["Canvass__GatewayPort"], ports["gateway"]);
        Assert.EndsWith($":{ports["http"]}", settings["ASPNETCORE_URLS"], StringComparison.Ordinal);
    }
}
