using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;
using Canvass.Grains.Incidents;
using Canvass.Grains.Outbox;
using Canvass.Grains.Owners;
using Canvass.Grains.Storage;

namespace Canvass.Storage.Processes;

/// <summary>The effects of commits, sorted by the table that they write, each table's in one order for every process: two that write the same rows then
/// wait for each other, and never in a circle.</summary>
internal sealed class EffectSet
{
    public EffectSet(IEnumerable<ProcessCommit> commits)
    {
        var effects = commits.SelectMany(commit => commit.Effects).ToList();
        Processes = [.. effects.OfType<CreateProcess>()];
        Incidents = [.. effects.OfType<IndexIncident>().Select(effect => effect.Row)
            .GroupBy(row => row.Incident.Report.Key).Select(rows => rows.MaxBy(row => row.Revision)!)
            .OrderBy(row => row.Incident.Report.Key.Id, StringComparer.Ordinal)];
        Events = [.. effects.OfType<AppendEvent>().Select(effect => (effect.Incident, effect.Event))];
        Asks = [.. effects.OfType<PutAsk>().Select(effect => effect.Ask).DistinctBy(ask => (ask.Owner, ask.Incident))
            .OrderBy(ask => ask.Owner.Id, StringComparer.Ordinal).ThenBy(ask => ask.Incident.Id, StringComparer.Ordinal)];
        EndedAsks = [.. effects.OfType<EndAsks>().OrderBy(effect => effect.Canvass.Id, StringComparer.Ordinal)];
        Enqueued = [.. effects.OfType<Enqueue>().Select(effect => effect.Message)];
        Completed = [.. effects.OfType<Complete>().Select(effect => effect.Message).OrderBy(message => message.LeasedUntil)];
        if (effects.FirstOrDefault(effect => effect is not (CreateProcess or IndexIncident or AppendEvent or PutAsk or EndAsks or Enqueue or Complete)) is { } other)
        {
            throw new NotSupportedException($"Storage does not know how to write the effect {other.GetType().Name}.");
        }
    }

    /// <summary>First states of processes.</summary>
    public IReadOnlyList<CreateProcess> Processes { get; }

    /// <summary>Rows of the index of incidents.</summary>
    public IReadOnlyList<IncidentRow> Incidents { get; }

    /// <summary>Events of incidents.</summary>
    public IReadOnlyList<(IncidentKey Incident, IncidentEvent Event)> Events { get; }

    /// <summary>Asks to store.</summary>
    public IReadOnlyList<Ask> Asks { get; }

    /// <summary>Canvasses whose asks end.</summary>
    public IReadOnlyList<EndAsks> EndedAsks { get; }

    /// <summary>Messages for the outbox.</summary>
    public IReadOnlyList<OutboxMessage> Enqueued { get; }

    /// <summary>Messages that are delivered.</summary>
    public IReadOnlyList<OutboxMessage> Completed { get; }
}
