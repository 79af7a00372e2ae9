namespace Canvass.Grains.Outbox;

/// <summary>What becomes of a message that was received.</summary>
/// <param name="Kind">What.</param>
/// <param name="NotBefore">When it is due again; of meaning for <see cref="OutboxOutcomeKind.Again"/> only.</param>
[GenerateSerializer, Immutable, Alias("canvass.OutboxOutcome")]
internal readonly record struct OutboxOutcome([property: Id(0)] OutboxOutcomeKind Kind, [property: Id(1)] DateTimeOffset NotBefore)
{
    /// <summary>It is done with; the dispatcher takes it out.</summary>
    public static OutboxOutcome Done => new(OutboxOutcomeKind.Done, default);

    /// <summary>The receiver's own commit has taken it out.</summary>
    public static OutboxOutcome Completed => new(OutboxOutcomeKind.Completed, default);

    /// <summary>It is to come again.</summary>
    public static OutboxOutcome Again(DateTimeOffset notBefore) => new(OutboxOutcomeKind.Again, notBefore);
}
