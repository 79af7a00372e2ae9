namespace Canvass.Storage.Processes;

/// <summary>A state as it rests.</summary>
/// <param name="Payload">The state; null where it was cleared.</param>
/// <param name="Version">Its version.</param>
internal sealed record ProcessState(byte[]? Payload, int Version);
