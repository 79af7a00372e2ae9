namespace Canvass.Grains.Idempotency;

/// <summary>What is kept of an idempotency key.</summary>
/// <param name="Fingerprint">A hash of the command's content.</param>
/// <param name="Id">The id under which the command creates.</param>
/// <param name="IsComplete">Whether it was created.</param>
public sealed record IdempotencyEntry(string Fingerprint, string Id, bool IsComplete);
