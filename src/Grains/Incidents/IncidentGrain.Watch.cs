using System.Runtime.CompilerServices;
using Canvass.Contracts.Incidents;

namespace Canvass.Grains.Incidents;

/// <summary>Watchers of an incident see its events as they are committed.</summary>
internal sealed partial class IncidentGrain
{
    private const int Remembered = 64;
    private const int EventsPage = 500;

    /// <summary>The last events of this activation, without gaps.</summary>
    private readonly Queue<IncidentEvent> _recent = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc/>
    public async IAsyncEnumerable<IncidentEvent> WatchAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Known();
        while (true)
        {
            var changed = _changed.Task;
            while (after < State.LastEvent)
            {
                var events = await EventsAfterAsync(after, cancellationToken);
                if (events.Count == 0)
                {
                    break;
                }

                foreach (var happened in events)
                {
                    after = happened.Sequence;
                    yield return happened;
                }
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override void OnCommitted()
    {
        var announced = _changed;
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        announced.SetResult();
    }

    /// <summary>Keeps events that are about to be committed. If the commit fails, the activation ends or reads again.</summary>
    private void Remember(IReadOnlyList<IncidentEvent> events)
    {
        if (_recent.Count > 0 && _recent.Last().Sequence + 1 != events[0].Sequence)
        {
            _recent.Clear();
        }

        foreach (var happened in events)
        {
            _recent.Enqueue(happened);
        }

        while (_recent.Count > Remembered)
        {
            _recent.Dequeue();
        }
    }

    private async Task<IReadOnlyList<IncidentEvent>> EventsAfterAsync(long after, CancellationToken cancellationToken) =>
        _recent.TryPeek(out var first) && first.Sequence <= after + 1
            ? [.. _recent.Where(happened => happened.Sequence > after && happened.Sequence <= State.LastEvent)]
            : await index.EventsAsync(Key, after, EventsPage, cancellationToken);
}
