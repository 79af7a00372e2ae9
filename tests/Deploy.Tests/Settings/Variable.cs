using System.Text.RegularExpressions;
using Canvass.Deploy.Tests.Manifests;
using k8s.Models;

namespace Canvass.Deploy.Tests.Settings;

/// <summary>An environment variable of a container.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; null where only the cluster knows it.</param>
internal sealed partial record Variable(string Name, string? Value)
{
    /// <summary>Those of a container, in the order in which Kubernetes sets them.</summary>
    public static IReadOnlyList<Variable> Of(V1Container container, Overlay overlay) =>
    [
        .. (container.EnvFrom ?? []).SelectMany(source => From(source, overlay)),
        .. (container.Env ?? []).Select(variable => From(variable, overlay)),
    ];

    /// <summary>The variables that a value refers to.</summary>
    public IEnumerable<string> References => Reference().Matches(Value ?? "").Select(match => match.Groups["name"].Value);

    /// <summary>The value, with those in it that it refers to; null where only the cluster knows it.</summary>
    /// <param name="environment">What was set before it.</param>
    public string? In(IReadOnlyDictionary<string, string> environment) =>
        Value is null ? null : Reference().Replace(Value, match => environment[match.Groups["name"].Value]);

    private static IEnumerable<Variable> From(V1EnvFromSource source, Overlay overlay) =>
        overlay.One<V1ConfigMap>(source.ConfigMapRef!.Name).Data.Select(pair => new Variable($"{source.Prefix}{pair.Key}", pair.Value));

    private static Variable From(V1EnvVar variable, Overlay overlay) => variable.ValueFrom switch
    {
        { ConfigMapKeyRef: { } key } => new(variable.Name, overlay.One<V1ConfigMap>(key.Name).Data[key.Key]),
        { } => new(variable.Name, null),
        null => new(variable.Name, variable.Value),
    };

    [GeneratedRegex(@"\$\((?<name>[^)]+)\)")]
    private static partial Regex Reference();
}
