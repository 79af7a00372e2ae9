using System.Runtime.CompilerServices;
using Canvass.Contracts.Incidents;

namespace Canvass.Grains.Incidents;

/// <summary>Who watches an incident sees its timeline as it is written.</summary>
internal sealed partial class IncidentGrain
{
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc/>
    public async IAsyncEnumerable<IncidentEvent> WatchAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Known();
        while (true)
        {
            var changed = _changed.Task;
            foreach (var happened in State.Timeline.Where(happened => happened.Sequence > after))
            {
                after = happened.Sequence;
                yield return happened;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private void Announce()
    {
        var announced = _changed;
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        announced.SetResult();
    }
}
