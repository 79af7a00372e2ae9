using Canvass.Contracts.Cameras;

namespace Canvass.Gateway.Cameras;

/// <summary>What putting a camera did.</summary>
/// <param name="Id">The camera's id.</param>
/// <param name="Outcome">What was done.</param>
public sealed record CameraAnswer(string Id, PutOutcome Outcome);
