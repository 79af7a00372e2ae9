namespace Canvass.Grains.Outbox;

/// <summary>How full the outbox is.</summary>
/// <param name="Due">How many messages are due and not delivered yet.</param>
/// <param name="OldestDue">The earliest moment at which one of them was due; null if there is none.</param>
/// <param name="Parked">How many messages wait for an operator.</param>
public readonly record struct OutboxLevel(int Due, DateTimeOffset? OldestDue, int Parked);
