using System.Text.RegularExpressions;

namespace Canvass.Running;

/// <summary>The tables of <c>docs/reference/metrics.md</c>.</summary>
public static partial class MetricsCatalogue
{
    private const string Page = "docs/reference/metrics.md";

    /// <summary>Canvass' own instruments.</summary>
    public static IReadOnlyList<(string Name, string Kind, string Unit)> Own { get; } =
    [
        .. Rows(OwnRow()).Select(row => (row.Groups["name"].Value, row.Groups["kind"].Value, row.Groups["unit"].Value)),
    ];

    /// <summary>What others measure, by its name in Prometheus, and whether it is there as soon as the grid is used.</summary>
    public static IReadOnlyDictionary<string, bool> Others { get; } =
        Rows(OtherRow()).ToDictionary(row => row.Groups["name"].Value, row => row.Groups["there"].Value == "always");

    /// <summary>What Prometheus calls an instrument, as the exporter translates names.</summary>
    public static string PrometheusName(string name, string kind, string unit) =>
        name.Replace('.', '_') + (unit == "s" ? "_seconds" : "") + (kind == "counter" ? "_total" : "");

    private static IEnumerable<Match> Rows(Regex row) =>
        Repository.Markdown(Page).Lines.Select(line => row.Match(line)).Where(match => match.Success);

    [GeneratedRegex(@"^\| `(?<name>canvass\.[\w.]+)` \| (?<kind>\w+) \| (?<unit>\w+) \|")]
    private static partial Regex OwnRow();

    [GeneratedRegex(@"^\| `(?<name>[a-z]+_\w+)` \| (?<there>[\w ]+) \|")]
    private static partial Regex OtherRow();
}
