namespace Canvass.Gateway.Cameras;

/// <summary>What came of reports that cameras record, or do not.</summary>
/// <param name="Accepted">How many were taken.</param>
/// <param name="Unknown">The ids of which no camera is known.</param>
public sealed record RecordingAnswer(int Accepted, IReadOnlyList<string> Unknown);
