namespace Canvass.Grains.Outbox;

/// <summary>The kinds of <see cref="OutboxOutcome"/>.</summary>
[GenerateSerializer, Alias("canvass.OutboxOutcomeKind")]
internal enum OutboxOutcomeKind
{
    /// <summary>Done with, and still in the outbox.</summary>
    Done,

    /// <summary>Done with, and taken out of the outbox by the receiver's commit.</summary>
    Completed,

    /// <summary>To come again later.</summary>
    Again,
}
