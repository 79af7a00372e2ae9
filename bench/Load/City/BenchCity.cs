using Canvass.Contracts.Cameras;
using Canvass.Demo;

namespace Canvass.Load.City;

/// <summary>The demo city as of a moment, alike for all contenders.</summary>
/// <param name="now">The moment.</param>
internal sealed class BenchCity(DateTimeOffset now)
{
    /// <summary>All cameras.</summary>
    public IReadOnlyList<Camera> Cameras { get; } = [.. DemoCity.Cameras()];

    /// <summary>Which of them do not record, and since when.</summary>
    public IReadOnlyList<RecordingReport> Outages { get; } = DemoCity.Outages(now);

    /// <summary>When the incidents began.</summary>
    public DateTimeOffset WindowFrom { get; } = now - TimeSpan.FromHours(1);

    /// <summary>When they had ended.</summary>
    public DateTimeOffset WindowTo { get; } = now;
}
