namespace Canvass.Grains.Storage;

/// <summary>Stores the first state of another process, which nobody has seen yet.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Payload">Its state as UTF-8 JSON.</param>
public sealed record CreateProcess(ProcessKey Key, byte[] Payload) : Effect;
