using Canvass.Contracts.Keys;
using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;

namespace Canvass.Contracts.Cameras;

/// <summary>A lens at a place with a view, as its source describes it.</summary>
[GenerateSerializer, Immutable, Alias("canvass.Camera")]
public sealed record Camera
{
    /// <summary>The range of a camera whose source gives none, in metres.</summary>
    public const double DefaultRangeM = 40;

    /// <summary>The horizontal field of view of a camera whose source gives none, in degrees.</summary>
    public const double DefaultHfovDeg = 90;

    /// <summary>How long footage is kept where the source says nothing.</summary>
    public static readonly TimeSpan DefaultRetention = TimeSpan.FromHours(168);

    /// <summary>Its name in the grid.</summary>
    [Id(0)]
    public required CameraKey Key { get; init; }

    /// <summary>What people call it; at most 200 characters.</summary>
    [Id(1)]
    public string? Name { get; init; }

    /// <summary>On which terms it takes part.</summary>
    [Id(2)]
    public required CameraTier Tier { get; init; }

    /// <summary>The agency whose network it belongs to; an <see cref="Identifier"/>.</summary>
    [Id(3)]
    public string? Agency { get; init; }

    /// <summary>Who decides about its footage; required of registered cameras; null if the source of an integrated one does not say.</summary>
    [Id(4)]
    public OwnerKey? OwnerKey { get; init; }

    /// <summary>How it is built.</summary>
    [Id(5)]
    public CameraKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    [Id(6)]
    public required LatLng Position { get; init; }

    /// <summary>The middle of its view, degrees clockwise from north, 0 to 360; null where it is unknown: then it sees a full disc.</summary>
    [Id(7)]
    public double? BearingDeg { get; init; }

    /// <summary>Its horizontal field of view in degrees, over 0; 360 and more are a full disc.</summary>
    [Id(8)]
    public double HfovDeg { get; init; } = DefaultHfovDeg;

    /// <summary>How far it sees, in metres, over 0, at most 1,000.</summary>
    [Id(9)]
    public double RangeM { get; init; } = DefaultRangeM;

    /// <summary>Its height over the ground in metres.</summary>
    [Id(10)]
    public double? HeightM { get; init; }

    /// <summary>Its view, given by hand; wins over bearing, field of view and range.</summary>
    [Id(11)]
    public Polygon? ViewPolygon { get; init; }

    /// <summary>How long its footage is kept before it is overwritten; over zero, at most 10 years.</summary>
    [Id(12)]
    public TimeSpan Retention { get; init; } = DefaultRetention;

    /// <summary>Whether it records at present.</summary>
    [Id(13)]
    public bool Recording { get; init; } = true;

    /// <summary>Where its live picture comes from; integrated cameras only. Null in every answer.</summary>
    [Id(14)]
    public StreamAddress? Stream { get; init; }

    /// <summary>Its street address; at most 500 characters.</summary>
    [Id(15)]
    public string? Address { get; init; }

    /// <summary>Who is asked for its footage: the owner, or, where none is named, the camera as an owner of its own.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public OwnerKey Owner => OwnerKey ?? new OwnerKey(Key.Id);

    /// <summary>The region on the ground that it sees.</summary>
    public View View() => ViewPolygon is { } polygon
        ? Canvass.Geo.Shapes.View.Polygon(polygon)
        : Canvass.Geo.Shapes.View.Sector(Position, BearingDeg, HfovDeg, RangeM);
}
