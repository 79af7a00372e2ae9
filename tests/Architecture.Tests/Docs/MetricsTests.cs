using System.Diagnostics.Metrics;
using Canvass.Grains.Telemetry;
using Canvass.Running;
using Canvass.Storage.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Canvass.Architecture.Tests.Docs;

[Trait("Category", "Unit")]
public sealed class MetricsTests
{
    [Fact]
    public void The_catalogue_has_every_instrument_with_its_kind_and_unit_and_no_other()
    {
        using var services = new ServiceCollection().AddMetrics()
            .AddSingleton(TimeProvider.System).AddSingleton<GridMeter>().AddSingleton<StorageMeter>().BuildServiceProvider();
        _ = services.GetRequiredService<GridMeter>();
        _ = services.GetRequiredService<StorageMeter>();
        var built = new List<(string Name, string Kind, string Unit)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Scope == services.GetRequiredService<IMeterFactory>())
                {
                    built.Add((instrument.Name, Kind(instrument), instrument.Unit!.Trim('{', '}')));
                }
            },
        };
        listener.Start();

        Assert.NotEmpty(built);
        Assert.Equal(built.Order(), MetricsCatalogue.Own.Order());
    }

    [Fact]
    public void Dashboard_and_alerts_ask_only_for_what_the_catalogue_has()
    {
        var own = MetricsCatalogue.Own.Select(row => MetricsCatalogue.PrometheusName(row.Name, row.Kind, row.Unit));

        Assert.Equal([], WatchedMetrics.Names.Except([.. own, .. MetricsCatalogue.Others.Keys]));
    }

    [Fact]
    public void The_catalogue_has_of_others_metrics_only_what_dashboard_or_alerts_ask_for() =>
        Assert.Equal([], MetricsCatalogue.Others.Keys.Except(WatchedMetrics.Names));

    [Fact]
    public void Every_metric_of_Canvass_is_on_the_dashboard_or_in_an_alert() =>
        Assert.Equal([], MetricsCatalogue.Own.Select(row => MetricsCatalogue.PrometheusName(row.Name, row.Kind, row.Unit)).Except(WatchedMetrics.Names));

    [Fact]
    public void What_is_catalogued_of_Orleans_is_measured_by_Orleans()
    {
        var names = typeof(Orleans.Runtime.GrainId).Assembly.GetReferencedAssemblies().Select(System.Reflection.Assembly.Load)
            .Append(typeof(Orleans.Runtime.GrainId).Assembly).Append(typeof(IClusterClient).Assembly)
            .Append(System.Reflection.Assembly.Load("Orleans.Core")).Append(System.Reflection.Assembly.Load("Orleans.Runtime"))
            .Select(assembly => assembly.GetType("Orleans.Runtime.InstrumentNames")).Where(type => type is not null).Distinct()
            .SelectMany(type => type!.GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic))
            .Where(field => field.IsLiteral).Select(field => ((string)field.GetRawConstantValue()!).Replace('-', '_')).ToList();

        Assert.NotEmpty(names);
        Assert.Equal([], MetricsCatalogue.Others.Keys.Where(name => name.StartsWith("orleans_", StringComparison.Ordinal))
            .Where(name => !names.Exists(known => Suffixes.Any(suffix => name == known + suffix))));
    }

    private static readonly string[] Suffixes = ["", "_total", "_milliseconds", "_megabytes"];

    private static string Kind(Instrument instrument) => instrument.GetType().Name.Split('`')[0] switch
    {
        "Counter" => "counter",
        "Histogram" => "histogram",
        "ObservableGauge" => "gauge",
        var other => other,
    };
}
