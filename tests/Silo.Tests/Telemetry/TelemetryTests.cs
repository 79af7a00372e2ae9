using System.Text.RegularExpressions;
using Canvass.Running;

namespace Canvass.Silo.Tests.Telemetry;

/// <summary>What leaves a silo for those who watch it, as they get it.</summary>
[Trait("Category", "Cluster")]
public sealed partial class TelemetryTests(WatchedGrid grid, ITestOutputHelper output) : IClassFixture<WatchedGrid>
{
    [Fact]
    public void Traces_metrics_and_logs_go_through_OTLP_with_what_the_process_is()
    {
        foreach (var (signal, received) in grid.Received)
        {
            output.WriteLine($"{signal}: {received.Length} bytes");
            Assert.All(["service.name", "service.version", "service.instance.id", "canvass.role"], attribute => Assert.Contains(attribute, received, StringComparison.Ordinal));
        }

        Assert.All(
            ["canvass.coverage", "canvass.delivery", "canvass.cells", "canvass.destination", "/v1/incidents/{incidentId}", "ICellGrain"],
            name => Assert.Contains(name, grid.Received["traces"], StringComparison.Ordinal));
        Assert.All(MetricsCatalogue.Own, row => Assert.Contains(row.Name, grid.Received["metrics"], StringComparison.Ordinal));
        Assert.All(
            ["Canvass is open at", "got no answer from the grid", "exception.type"],
            text => Assert.Contains(text, grid.Received["logs"], StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_that_leaves_the_process_names_anybody()
    {
        var places = grid.Received.Append(new("scrape", grid.Scrape)).Append(new("console", grid.Console));

        Assert.Equal([], places.SelectMany(place => WatchedGrid.Secrets.Where(secret => place.Value.Contains(secret, StringComparison.Ordinal))
            .Select(secret => $"{place.Key}: {Around(place.Value, secret)}")));
    }

    [Fact]
    public void Neither_the_health_nor_the_metrics_door_is_traced() =>
        Assert.All(["/health/ready", "/metrics"], path => Assert.DoesNotContain(path, grid.Received["traces"], StringComparison.Ordinal));

    [Fact]
    public void Every_metric_of_the_dashboard_and_of_the_alerts_is_scraped_but_those_of_what_did_not_happen()
    {
        var scraped = Declared().Matches(grid.Scrape).Select(match => match.Groups["name"].Value).ToHashSet();
        var missing = WatchedMetrics.Names.Where(name => !scraped.Contains(name)).ToList();
        output.WriteLine($"{WatchedMetrics.Names.Count} asked for, {scraped.Count} scraped; not there: {string.Join(", ", missing)}");

        Assert.Equal([], missing.Where(name => MetricsCatalogue.Others.GetValueOrDefault(name, true)));
    }

    [Fact]
    public void Times_are_told_apart_below_five_milliseconds() =>
        Assert.Contains("canvass_coverage_duration_seconds_bucket{otel_scope_name=\"Canvass\",le=\"0.001\"}", grid.Scrape, StringComparison.Ordinal);

    [Fact]
    public void A_statement_that_the_database_fails_counts_as_its_fault() =>
        Assert.Matches("""canvass_database_faults_total\{[^}]*kind="unavailable"\} [1-9]""", grid.Scrape);

    [Fact]
    public void Asks_and_outbox_messages_are_counted_as_delivered()
    {
        Assert.Equal(13, Value("canvass_asks_total", "delivered"));
        Assert.Matches("""canvass_outbox_age_seconds_count\{[^}]*destination="canvass"[^}]*\} [1-9]""", grid.Scrape);
        Assert.Matches(@"canvass_outbox_parked\{[^}]*\} 0 ", grid.Scrape.ReplaceLineEndings(" "));
        Assert.Matches(@"canvass_outbox_outstanding\{[^}]*\} 0 ", grid.Scrape.ReplaceLineEndings(" "));
    }

    private static string Around(string text, string secret)
    {
        var at = text.IndexOf(secret, StringComparison.Ordinal);
        return text[Math.Max(0, at - 100)..Math.Min(text.Length, at + 100)];
    }

    private double Value(string name, string state) => double.Parse(
        Regex.Match(grid.Scrape, $$"""{{name}}\{[^}]*state="{{state}}"\} (\S+)""").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^# TYPE (?<name>\S+)", RegexOptions.Multiline)]
    private static partial Regex Declared();
}
