using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Canvass.Running;

/// <summary>What the dashboard and the alert rules under <c>deploy/</c> ask Prometheus for.</summary>
public static partial class WatchedMetrics
{
    private const string DashboardFile = "deploy/grafana/canvass.json";
    private const string RulesFile = "deploy/prometheus/rules.yaml";

    /// <summary>The alerts' names.</summary>
    public static IReadOnlyList<string> Alerts { get; } =
        [.. Alert().Matches(Repository.Read(RulesFile)).Select(match => match.Groups["name"].Value)];

    /// <summary>Where each alert's rule says that its page is.</summary>
    public static IReadOnlyList<string> RunbookUrls { get; } =
        [.. RunbookUrl().Matches(Repository.Read(RulesFile)).Select(match => match.Groups["url"].Value)];

    /// <summary>The dashboard's expressions.</summary>
    public static IReadOnlyList<string> Panels { get; } =
    [
        .. JsonNode.Parse(Repository.Read(DashboardFile))!["panels"]!.AsArray()
            .SelectMany(panel => panel!["targets"]?.AsArray() ?? []).Select(target => target!["expr"]!.GetValue<string>()),
    ];

    /// <summary>The rules' expressions.</summary>
    public static IReadOnlyList<string> Rules { get; } =
        [.. Expression().Matches(Repository.Read(RulesFile)).Select(match => match.Groups["expression"].Value)];

    /// <summary>The metrics of both, by the names under which Prometheus declares their types.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Panels.Concat(Rules).SelectMany(NamesIn).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> NamesIn(string expression) =>
        Name().Matches(Grouping().Replace(Braces().Replace(expression, ""), "")).Select(match => Part().Replace(match.Value, ""));

    [GeneratedRegex(@"- alert: (?<name>\w+)")]
    private static partial Regex Alert();

    [GeneratedRegex(@"runbook_url: (?<url>\S+)")]
    private static partial Regex RunbookUrl();

    [GeneratedRegex(@"expr: >-\n(?<expression>(?: {10}.*\n)+)")]
    private static partial Regex Expression();

    /// <summary>Labels and ranges.</summary>
    [GeneratedRegex(@"\{[^{}]*\}|\[[^\]]*\]")]
    private static partial Regex Braces();

    [GeneratedRegex(@"\b(by|without|on|ignoring)\s*\([^)]*\)")]
    private static partial Regex Grouping();

    /// <summary>Whatever has an underscore and is not called as a function.</summary>
    [GeneratedRegex(@"\b[a-z][a-z0-9]*(_[a-z0-9]+)+\b(?!\s*\()")]
    private static partial Regex Name();

    /// <summary>The series of a histogram.</summary>
    [GeneratedRegex("_(bucket|count|sum)$")]
    private static partial Regex Part();
}
