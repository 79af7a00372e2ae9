using Canvass.Contracts.Cameras;
using Canvass.Geo.Hexagons;

namespace Canvass.Grains.Registry;

/// <summary>What the registry holds of a camera. Immutable.</summary>
[GenerateSerializer, Immutable, Alias("canvass.CameraState")]
public sealed record CameraState
{
    /// <summary>The camera as its source describes it; a state without one cannot be written.</summary>
    [Id(0)]
    public Camera? Camera { get; init; }

    /// <summary>The resolution-9 cell in which it stands, computed once, when its position arrived.</summary>
    [Id(1)]
    public H3Index Home { get; init; }

    /// <summary>The cells of the grid's cell resolution that its view may touch, ascending; the one in which it stands is always among
    /// them.</summary>
    [Id(2)]
    public IReadOnlyList<H3Index> Cells { get; init; } = [];

    /// <summary>How many closed outages are kept at least: of a camera that flaps, the last ones.</summary>
    public const int MaxOutages = 500;

    /// <summary>When it is known not to have recorded, oldest first; times that retention has overwritten anyway are forgotten.</summary>
    [Id(3)]
    public IReadOnlyList<Outage> Outages { get; init; } = [];

    /// <summary>The moment of the last report of its recording; null if there was none.</summary>
    [Id(4)]
    public DateTimeOffset? RecordingReportedAt { get; init; }
}
