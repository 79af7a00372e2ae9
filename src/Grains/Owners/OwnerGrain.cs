using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;
using Canvass.Grains.Storage;
using Canvass.Grains.Telemetry;

namespace Canvass.Grains.Owners;

/// <summary>One owner: the place where the asks to the owner take turns, so that none comes twice or too often.</summary>
[GrainType("canvass.owner"), CollectionAgeLimit(Minutes = 5)]
internal sealed class OwnerGrain(IAskTable asks, IProcessStore store, OwnerPolicy policy, TimeProvider time, GridMeter meter) : Grain, IOwnerGrain
{
    /// <summary>An ask stands for ten days at most; older ones say nothing about a new ask.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(11);

    private readonly List<Ask> _recent = [];

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken) => _recent.AddRange(await asks.RecentAsync(
        OwnerKey.Parse(this.GetPrimaryKeyString()), time.GetUtcNow() - Remembered, cancellationToken));

    /// <inheritdoc/>
    public async Task<AskReceipt> ReceiveAsync(Ask ask, bool passesQuietHours)
    {
        var now = time.GetUtcNow();
        var known = _recent.FindIndex(other => other.Incident == ask.Incident);
        if (known >= 0 && (_recent[known].State != AskState.Pending || _recent[known].At > now))
        {
            return Receipt(_recent[known]);
        }

        var earliest = policy.Earliest(now, _recent.Where(other => other.State != AskState.Pending).Select(other => other.At), passesQuietHours);
        var received = (known >= 0 ? _recent[known] : ask) with
        {
            State = earliest > now ? AskState.Pending : AskState.Delivered,
            At = earliest,
        };
        await store.CommitAsync(new() { Effects = [new PutAsk(received)] }, CancellationToken.None);
        if (known >= 0)
        {
            _recent[known] = received;
        }
        else
        {
            _recent.RemoveAll(other => other.State != AskState.Pending && other.At < now - Remembered);
            _recent.Add(received);
        }

        meter.AsksBecame(received.State, 1);
        return Receipt(received);
    }

    private static AskReceipt Receipt(Ask ask) => new(ask.State, ask.At);
}
