using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Canvass.Grains.Telemetry;
using Canvass.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Canvass.Architecture.Tests.Docs;

[Trait("Category", "Unit")]
public sealed partial class MetricsTests
{
    [Fact]
    public void The_catalogue_has_every_instrument_with_its_unit_and_no_other()
    {
        using var services = new ServiceCollection().AddMetrics().AddSingleton<GridMeter>().BuildServiceProvider();
        _ = services.GetRequiredService<GridMeter>();
        var built = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Scope == services.GetRequiredService<IMeterFactory>())
                {
                    built.Add($"{instrument.Name}, {instrument.Unit?.Trim('{', '}')}");
                }
            },
        };
        listener.Start();

        var documented = Repository.Markdown("docs/reference/metrics.md").Lines.Select(line => Row().Match(line)).Where(match => match.Success)
            .Select(match => $"{match.Groups["name"].Value}, {match.Groups["unit"].Value}");

        Assert.NotEmpty(built);
        Assert.Equal(built.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `(?<name>canvass\.[\w.]+)` \| (?<unit>\w+) \|")]
    private static partial Regex Row();
}
