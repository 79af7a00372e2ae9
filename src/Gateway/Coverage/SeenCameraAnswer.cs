using Canvass.Contracts.Coverage;

namespace Canvass.Gateway.Coverage;

/// <summary>An integrated camera that sees the area.</summary>
public sealed record SeenCameraAnswer
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public string? Name { get; init; }

    /// <summary>Where it stands: [longitude, latitude].</summary>
    public required IReadOnlyList<double> Coordinates { get; init; }

    /// <summary>How far it stands from the area's centre, in metres, to a tenth.</summary>
    public required double DistanceM { get; init; }

    /// <summary>The share of the area that it sees alone, 0 to 1.</summary>
    public required double Share { get; init; }

    /// <summary>What is left of its footage; absent where the question was not bound to an incident.</summary>
    public FootageAnswer? Footage { get; init; }

    /// <summary>Writes a camera.</summary>
    /// <param name="camera">The camera.</param>
    /// <param name="isBound">Whether the question was bound to an incident: no incident, no look.</param>
    public static SeenCameraAnswer Of(SeenCamera camera, bool isBound) => new()
    {
        Id = camera.Key.Id,
        Name = camera.Name,
        Coordinates = [camera.Position.LngDeg, camera.Position.LatDeg],
        DistanceM = Math.Round(camera.DistanceM, 1),
        Share = CoverageAnswer.Round(camera.Share),
        Footage = isBound && camera.Footage is { } footage ? new(footage.State, footage.OverwrittenAt) : null,
    };
}
