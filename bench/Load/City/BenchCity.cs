using Canvass.Contracts.Cameras;
using Canvass.Contracts.Keys;
using Canvass.Demo;

namespace Canvass.Load.City;

/// <summary>The demo city as of a moment, alike for all contenders.</summary>
/// <param name="now">The moment.</param>
/// <param name="oneOwnerEach">Whether every camera is an owner of its own; otherwise the city owns many.</param>
internal sealed class BenchCity(DateTimeOffset now, bool oneOwnerEach = false)
{
    /// <summary>All cameras.</summary>
    public IReadOnlyList<Camera> Cameras { get; } =
        [.. DemoCity.Cameras().Select(camera => oneOwnerEach ? camera with { OwnerKey = new OwnerKey(camera.Key.Id) } : camera)];

    /// <summary>Which of them do not record, and since when.</summary>
    public IReadOnlyList<RecordingReport> Outages { get; } = DemoCity.Outages(now);

    /// <summary>When the incidents began.</summary>
    public DateTimeOffset WindowFrom { get; } = now - TimeSpan.FromHours(1);

    /// <summary>When they had ended.</summary>
    public DateTimeOffset WindowTo { get; } = now;
}
