using Canvass.Contracts.Cameras;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Keys;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;
using Canvass.Grains.Registry;

namespace Canvass.Grains.Cells;

/// <summary>What a cell keeps of a camera: enough to answer coverage without waking it.</summary>
[GenerateSerializer, Immutable, Alias("canvass.CellEntry")]
internal sealed record CellEntry
{
    // Far less than the metre by which a view may be wrong, and too little to change a share of the smallest area by a percentage point.
    private const double ViewToleranceM = 0.05;

    [NonSerialized]
    private View? _view;

    /// <summary>The camera.</summary>
    [Id(0)]
    public required CameraKey Key { get; init; }

    /// <summary>On which terms it takes part.</summary>
    [Id(1)]
    public required CameraTier Tier { get; init; }

    /// <summary>Who is asked for its footage.</summary>
    [Id(2)]
    public required OwnerKey Owner { get; init; }

    /// <summary>What people call it; kept of integrated cameras only.</summary>
    [Id(3)]
    public string? Name { get; init; }

    /// <summary>Where it stands.</summary>
    [Id(4)]
    public required LatLng Position { get; init; }

    /// <summary>The resolution-9 cell in which it stands.</summary>
    [Id(5)]
    public required H3Index Home { get; init; }

    /// <summary>See <see cref="Camera.BearingDeg"/>.</summary>
    [Id(6)]
    public double? BearingDeg { get; init; }

    /// <summary>See <see cref="Camera.HfovDeg"/>.</summary>
    [Id(7)]
    public double HfovDeg { get; init; }

    /// <summary>See <see cref="Camera.RangeM"/>.</summary>
    [Id(8)]
    public double RangeM { get; init; }

    /// <summary>See <see cref="Camera.ViewPolygon"/>; without the corners that hardly change it.</summary>
    [Id(9)]
    public Polygon? ViewPolygon { get; init; }

    /// <summary>How long its footage is kept.</summary>
    [Id(10)]
    public TimeSpan Retention { get; init; }

    /// <summary>When it is known not to have recorded.</summary>
    [Id(11)]
    public IReadOnlyList<Outage> Outages { get; init; } = [];

    /// <summary>The revision of its row.</summary>
    [Id(12)]
    public required long Revision { get; init; }

    /// <summary>The whole cell in which its household is counted.</summary>
    public H3Index CountedIn => Home.CellToParent(RegisteredCount.Resolution);

    /// <summary>The region on the ground that it sees.</summary>
    public View View => _view ??= ViewPolygon is { } polygon ? View.Polygon(polygon) : View.Sector(Position, BearingDeg, HfovDeg, RangeM);

    /// <summary>The entry of a row.</summary>
    public static CellEntry Of(RegistryEntry row)
    {
        var camera = row.State.Camera!;
        return new()
        {
            Key = camera.Key,
            Tier = camera.Tier,
            Owner = camera.Owner,
            Name = camera.Tier == CameraTier.Integrated ? camera.Name : null,
            Position = camera.Position,
            Home = row.State.Home,
            BearingDeg = camera.BearingDeg,
            HfovDeg = camera.HfovDeg,
            RangeM = camera.RangeM,
            ViewPolygon = camera.ViewPolygon?.Simplify(ViewToleranceM),
            Retention = camera.Retention,
            Outages = row.State.Outages,
            Revision = row.Revision,
        };
    }
}
