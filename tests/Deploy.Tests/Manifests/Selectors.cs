using k8s.Models;

namespace Canvass.Deploy.Tests.Manifests;

/// <summary>What labels a selector takes.</summary>
internal static class Selectors
{
    /// <summary>Whether a selector takes these labels; an empty one takes all.</summary>
    public static bool Takes(this V1LabelSelector selector, IDictionary<string, string> labels) =>
        labels.Has(selector.MatchLabels) && (selector.MatchExpressions ?? []).All(expression => expression.Takes(labels));

    /// <summary>Whether all of some labels are among these.</summary>
    public static bool Has(this IDictionary<string, string> labels, IDictionary<string, string>? wanted) =>
        (wanted ?? new Dictionary<string, string>()).All(pair => labels.TryGetValue(pair.Key, out var value) && value == pair.Value);

    private static bool Takes(this V1LabelSelectorRequirement expression, IDictionary<string, string> labels) => expression.OperatorProperty == "In"
        ? labels.TryGetValue(expression.Key, out var value) && expression.Values.Contains(value)
        : throw new NotSupportedException($"The tests do not know the operator {expression.OperatorProperty}.");
}
