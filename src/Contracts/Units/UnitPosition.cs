using Canvass.Geo.Positions;

namespace Canvass.Contracts.Units;

/// <summary>Where a responder was at a moment.</summary>
[GenerateSerializer, Immutable, Alias("canvass.UnitPosition")]
public sealed record UnitPosition
{
    /// <summary>The responder's agency.</summary>
    [Id(0)]
    public required string Agency { get; init; }

    /// <summary>The responder's call sign, unique in the agency.</summary>
    [Id(1)]
    public required string CallSign { get; init; }

    /// <summary>When.</summary>
    [Id(2)]
    public required DateTimeOffset At { get; init; }

    /// <summary>Where.</summary>
    [Id(3)]
    public required LatLng Position { get; init; }

    /// <summary>How far off it may be, in metres, 0 or more.</summary>
    [Id(4)]
    public double? AccuracyM { get; init; }

    /// <summary>How fast, in metres a second, 0 or more.</summary>
    [Id(5)]
    public double? SpeedMps { get; init; }

    /// <summary>Which way, degrees clockwise from north, 0 to 360.</summary>
    [Id(6)]
    public double? HeadingDeg { get; init; }

    /// <summary>What the responder is at, in the agency's words; at most 64 characters.</summary>
    [Id(7)]
    public string? Status { get; init; }
}
