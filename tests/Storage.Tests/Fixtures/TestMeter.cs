using System.Diagnostics.Metrics;
using Canvass.Storage.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Canvass.Storage.Tests.Fixtures;

/// <summary>A meter that nobody reads.</summary>
internal sealed class TestMeter : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public TestMeter() => Meter = new(_services.GetRequiredService<IMeterFactory>());

    public StorageMeter Meter { get; }

    public void Dispose() => _services.Dispose();
}
