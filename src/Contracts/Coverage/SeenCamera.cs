using Canvass.Contracts.Keys;
using Canvass.Geo.Positions;

namespace Canvass.Contracts.Coverage;

/// <summary>An integrated camera that sees an area.</summary>
[GenerateSerializer, Immutable, Alias("canvass.SeenCamera")]
public sealed record SeenCamera
{
    /// <summary>Its name in the grid.</summary>
    [Id(0)]
    public required CameraKey Key { get; init; }

    /// <summary>What people call it.</summary>
    [Id(1)]
    public string? Name { get; init; }

    /// <summary>Where it stands.</summary>
    [Id(2)]
    public required LatLng Position { get; init; }

    /// <summary>How far it stands from the area's centre, in metres.</summary>
    [Id(3)]
    public required double DistanceM { get; init; }

    /// <summary>The share of the area that it sees alone, 0 to 1.</summary>
    [Id(4)]
    public required double Share { get; init; }

    /// <summary>What is left of its footage of the window; null where the question was not bound to an incident.</summary>
    [Id(5)]
    public Footage? Footage { get; init; }
}
