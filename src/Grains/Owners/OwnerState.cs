namespace Canvass.Grains.Owners;

/// <summary>What rests of an owner. Immutable.</summary>
public sealed record OwnerState
{
    /// <summary>The asks, in the order in which they came, one an incident.</summary>
    public IReadOnlyList<InboxItem> Inbox { get; init; } = [];
}
