using System.Diagnostics.Metrics;
using Canvass.Storage.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Canvass.Storage.Tests.Telemetry;

[Trait("Category", "Unit")]
public sealed class StorageMeterTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().AddSingleton<StorageMeter>().BuildServiceProvider();
    private readonly List<(string Instrument, double Value)> _measured = [];
    private readonly MeterListener _listener = new();

    public StorageMeterTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == _services.GetRequiredService<IMeterFactory>())
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    private StorageMeter Meter => _services.GetRequiredService<StorageMeter>();

    public void Dispose()
    {
        _listener.Dispose();
        _services.Dispose();
    }

    [Fact]
    public void A_batch_is_measured_by_its_rows_its_time_and_the_waiting_of_each_row()
    {
        Meter.RowWaited(TimeSpan.FromMilliseconds(2));
        Meter.RowWaited(TimeSpan.FromMilliseconds(1));
        Meter.BatchWritten(2, TimeSpan.FromMilliseconds(4));

        Assert.Equal(
            [("canvass.storage.batch.waiting", 0.002), ("canvass.storage.batch.waiting", 0.001), ("canvass.storage.batch.size", 2), ("canvass.storage.batch.duration", 0.004)],
            _measured.Where(measured => measured.Instrument.StartsWith("canvass.storage", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_fault_of_the_database_counts_by_its_kind_and_both_kinds_stand_at_nothing_before()
    {
        Meter.DatabaseFailed(full: true);
        Meter.DatabaseFailed(full: false);

        Assert.Equal(
            [("canvass.database.faults kind=full", 0), ("canvass.database.faults kind=unavailable", 0),
                ("canvass.database.faults kind=full", 1), ("canvass.database.faults kind=unavailable", 1)],
            _measured);
    }

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Add((string.Join(' ', [instrument.Name, .. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")]), value));
}
