namespace Canvass.Grains.Storage;

/// <summary>A process' state as it is stored.</summary>
/// <param name="Payload">The state as UTF-8 JSON.</param>
/// <param name="Version">Its version: 1 for the first, and one more with every commit.</param>
public sealed record StoredProcess(byte[] Payload, int Version);
