namespace Canvass.Contracts.Idempotency;

/// <summary>What is known of a command that carries an <see cref="IdempotencyKey"/>.</summary>
/// <param name="Id">The id of what the command creates, chosen by the first call and the same for every repeat.</param>
/// <param name="IsComplete">Whether it was created: then the command only answers the id, and creates nothing.</param>
[GenerateSerializer, Immutable, Alias("canvass.IdempotencyClaim")]
public readonly record struct IdempotencyClaim([property: Id(0)] string Id, [property: Id(1)] bool IsComplete);
