using Canvass.Running.Clusters;

namespace Canvass.Load.Import;

/// <summary>Looks twice a second what processes take of memory.</summary>
/// <param name="nodes">The processes.</param>
internal sealed class MemoryWatch(IReadOnlyList<GridNode> nodes)
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);
    private readonly long[] _before = [.. nodes.Select(node => node.WorkingSetBytes)];
    private readonly long[] _most = new long[nodes.Count];

    /// <summary>Looks, until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Period);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                for (var i = 0; i < nodes.Count; i++)
                {
                    _most[i] = Math.Max(_most[i], nodes[i].WorkingSetBytes);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The import is done.
        }
    }

    /// <summary>What it saw, and sees now.</summary>
    public IReadOnlyList<MemoryRow> Read() => [.. nodes.Select((node, i) =>
        new MemoryRow(node.Name, MiB(_before[i]), MiB(Math.Max(_most[i], node.WorkingSetBytes)), MiB(node.WorkingSetBytes)))];

    private static double MiB(long bytes) => Math.Round(bytes / (double)(1 << 20));
}
