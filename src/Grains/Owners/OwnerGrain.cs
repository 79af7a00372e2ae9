using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;
using Canvass.Grains.Storage;

namespace Canvass.Grains.Owners;

/// <summary>One owner's inbox.</summary>
[GrainType("canvass.owner"), CollectionAgeLimit(Minutes = 5)]
internal sealed class OwnerGrain(
    [PersistentState("owner", StorageNames.Processes)] IPersistentState<OwnerState> storage, TimeProvider time) : Grain, IOwnerInbox
{
    private readonly CommittedState<OwnerState> _owner = new(storage);

    /// <inheritdoc/>
    public Task ReceiveAsync(Ask ask) => Find(ask.Incident) is null
        ? CommitAsync([.. _owner.Value.Inbox, new InboxItem { Incident = ask.Incident, Ask = ask, ReceivedAt = time.GetUtcNow() }])
        : Task.CompletedTask;

    /// <inheritdoc/>
    public Task WithdrawAsync(IncidentKey incident) => Find(incident) switch
    {
        null => CommitAsync([.. _owner.Value.Inbox, new InboxItem { Incident = incident, WithdrawnAt = time.GetUtcNow() }]),
        { WithdrawnAt: null } item => CommitAsync(
            [.. _owner.Value.Inbox.Select(other => other == item ? item with { WithdrawnAt = time.GetUtcNow() } : other)]),
        _ => Task.CompletedTask,
    };

    private InboxItem? Find(IncidentKey incident) => _owner.Value.Inbox.FirstOrDefault(item => item.Incident == incident);

    private Task CommitAsync(IReadOnlyList<InboxItem> inbox) => _owner.CommitAsync(_owner.Value with { Inbox = inbox }, DeactivateOnIdle);
}
