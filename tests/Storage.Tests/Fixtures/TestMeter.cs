using System.Diagnostics.Metrics;
using Canvass.Storage.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Canvass.Storage.Tests.Fixtures;

/// <summary>A meter of which the database's faults are read.</summary>
internal sealed class TestMeter : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MeterListener _listener = new();
    private long _full;
    private long _unavailable;

    public TestMeter()
    {
        var factory = _services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == factory && instrument.Name == "canvass.database.faults")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            ref var counted = ref tags[0].Value is "full" ? ref _full : ref _unavailable;
            Interlocked.Add(ref counted, count);
        });
        _listener.Start();
        Meter = new(factory);
    }

    public StorageMeter Meter { get; }

    /// <summary>How many statements failed for want of room.</summary>
    public long Full => Interlocked.Read(ref _full);

    /// <summary>How many statements failed for another reason.</summary>
    public long Unavailable => Interlocked.Read(ref _unavailable);

    public void Dispose()
    {
        _listener.Dispose();
        _services.Dispose();
    }
}
