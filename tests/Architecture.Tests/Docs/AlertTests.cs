using Canvass.Running;

namespace Canvass.Architecture.Tests.Docs;

[Trait("Category", "Unit")]
public sealed class AlertTests
{
    private const string Page = "docs/runbook/alerts.md";
    private const string Heading = "## ";

    private static IEnumerable<string> Headings => Repository.Markdown(Page).Lines
        .Where(line => line.StartsWith(Heading, StringComparison.Ordinal)).Select(line => line[Heading.Length..]);

    [Fact]
    public void The_runbook_has_every_alert_and_no_other()
    {
        Assert.NotEmpty(WatchedMetrics.Alerts);
        Assert.Equal(WatchedMetrics.Alerts.Order(), Headings.Order());
    }

    [Fact]
    public void Every_alert_leads_to_its_own_heading() =>
        Assert.Equal(WatchedMetrics.Alerts.Select(alert => $"{Page}#{alert.ToLowerInvariant()}"), WatchedMetrics.RunbookUrls);

    [Fact]
    public void The_runbook_says_of_every_alert_what_it_means_what_to_look_at_and_what_to_do() =>
        Assert.All(WatchedMetrics.Alerts, alert =>
        {
            var lines = Repository.Markdown(Page).Section(alert).Lines;
            Assert.All(["**Means.** ", "**Look at.** ", "**Do.** "], part => Assert.Contains(lines, line => line.StartsWith(part, StringComparison.Ordinal)));
        });

    [Fact]
    public void Every_rule_has_an_expression_that_is_read_here() => Assert.Equal(WatchedMetrics.Alerts.Count, WatchedMetrics.Rules.Count);
}
