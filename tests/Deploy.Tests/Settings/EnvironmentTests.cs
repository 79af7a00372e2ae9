using Canvass.Deploy.Tests.Manifests;

namespace Canvass.Deploy.Tests.Settings;

[Trait("Category", "Unit")]
public sealed class EnvironmentTests
{
    public static TheoryData<string> Overlays => [.. Overlay.Names];

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Every_variable_is_a_setting_that_the_program_knows_and_of_its_type(string name) =>
        Assert.Equal([], Wrong(Overlay.Named(name)));

    /// <summary>One after the other, wherever it stands: in a container or in what its variables come from.</summary>
    [Theory]
    [MemberData(nameof(Overlays))]
    public void A_misspelt_variable_is_caught(string name)
    {
        var overlay = Overlay.Named(name);
        var names = Variables(overlay).Select(variable => variable.Name).Distinct().ToList();

        Assert.Contains("Canvass__Database", names);
        Assert.Contains("Canvass__ShutdownTimeout", names);
        Assert.All(names, right =>
        {
            var misspelt = $"{right[..^2]}{right[^1]}{right[^2]}x";
            Assert.Contains($"{misspelt} is no setting.", Wrong(new(overlay.Text.Replace(right, misspelt, StringComparison.Ordinal))));
        });
    }

    [Theory]
    [InlineData("Canvass__SiloPort", "\"11111\"", "eleven")]
    [InlineData("Canvass__GatewayPort", "\"30000\"", "\"30000.5\"")]
    [InlineData("Canvass__ShutdownTimeout", "\"00:02:00\"", "two minutes")]
    [InlineData("Canvass__TrustedNetwork", "\"true\"", "\"yes\"")]
    public void A_value_of_another_type_is_caught(string variable, string right, string wrong)
    {
        var text = Overlay.Production.Text;
        Assert.Contains($"{variable}: {right}", text);

        var changed = new Overlay(text.Replace($"{variable}: {right}", $"{variable}: {wrong}", StringComparison.Ordinal));

        Assert.Contains(Wrong(changed), line => line.StartsWith($"{variable} is '{wrong.Trim('"')}'", StringComparison.Ordinal));
    }

    /// <summary>Kubernetes leaves a reference to what comes later as it is.</summary>
    [Theory]
    [MemberData(nameof(Overlays))]
    public void A_variable_refers_only_to_those_before_it(string name)
    {
        var overlay = Overlay.Named(name);

        Assert.All(overlay.Workloads.SelectMany(workload => workload.Containers), container =>
        {
            var variables = Variable.Of(container, overlay);
            Assert.All(variables.Index(), entry =>
                Assert.Equal([], entry.Item.References.Except(variables.Take(entry.Index).Select(variable => variable.Name))));
        });
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public void A_deployment_has_the_role_that_its_label_says(string name)
    {
        var overlay = Overlay.Named(name);
        var roles = overlay.Workloads.Where(workload => workload.IsCanvass && workload.Component != "migrate").Select(workload =>
            (workload.Component, Variable.Of(Assert.Single(workload.Containers), overlay).Single(variable => variable.Name == "Canvass__Role").Value));

        Assert.Equal([("gateway", "gateway"), ("silo", "silo")], roles.Order());
    }

    private static IEnumerable<string> Wrong(Overlay overlay) => SettingCheck.Wrong(Variables(overlay)).Distinct();

    private static IEnumerable<Variable> Variables(Overlay overlay) => overlay.Workloads.Where(workload => workload.IsCanvass)
        .SelectMany(workload => workload.Containers).SelectMany(container => Variable.Of(container, overlay));
}
