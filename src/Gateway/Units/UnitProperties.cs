using Canvass.Contracts.Units;

namespace Canvass.Gateway.Units;

/// <summary>What is known of a responder: a <see cref="UnitPosition"/> without its position, which is the Feature's geometry.</summary>
public sealed record UnitProperties
{
    /// <summary>The responder's agency.</summary>
    public required string Agency { get; init; }

    /// <summary>The responder's call sign.</summary>
    public required string CallSign { get; init; }

    /// <summary>When the responder was there.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How far off it may be, in metres.</summary>
    public double? AccuracyM { get; init; }

    /// <summary>How fast, in metres a second.</summary>
    public double? SpeedMps { get; init; }

    /// <summary>Which way, degrees clockwise from north.</summary>
    public double? HeadingDeg { get; init; }

    /// <summary>What the responder is at, in the agency's words.</summary>
    public string? Status { get; init; }

    /// <summary>The properties of a responder.</summary>
    public static UnitProperties Of(UnitPosition unit) => new()
    {
        Agency = unit.Agency,
        CallSign = unit.CallSign,
        At = unit.At,
        AccuracyM = unit.AccuracyM,
        SpeedMps = unit.SpeedMps,
        HeadingDeg = unit.HeadingDeg,
        Status = unit.Status,
    };
}
