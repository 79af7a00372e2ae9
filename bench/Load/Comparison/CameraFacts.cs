namespace Canvass.Load.Comparison;

/// <summary>What an answer says of a camera.</summary>
/// <param name="DistanceM">How far it stands from the area's centre, in metres.</param>
/// <param name="Share">The share of the area that it sees alone.</param>
/// <param name="Footage">What is left of its footage; null in an answer without an incident, which does not tell it.</param>
internal readonly record struct CameraFacts(double DistanceM, double Share, string? Footage);
