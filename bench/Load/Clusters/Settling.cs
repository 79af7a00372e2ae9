using System.Diagnostics;

namespace Canvass.Load.Clusters;

/// <summary>Waits after each block until every ask of it is in its owner's inbox, and adds up how long the blocks took until then.</summary>
/// <param name="database">Where the asks arrive.</param>
internal sealed class Settling(ContenderDatabase database)
{
    private int _asks;

    /// <summary>How many owners were asked.</summary>
    public int Asks => _asks;

    /// <summary>How long it took, over all blocks, from the first request of a block until its last ask was in its inbox.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Asks in inboxes in a second.</summary>
    public double AsksPerSecond => Asks / Elapsed.TotalSeconds;

    /// <summary>Notes that owners were asked.</summary>
    public void Expect(int asks)
    {
        database.Expect(asks);
        Interlocked.Add(ref _asks, asks);
    }

    /// <summary>Waits until the asks of a block have arrived, and checks that each is there once.</summary>
    /// <param name="began">When the block began.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task SettleAsync(long began, CancellationToken cancellationToken)
    {
        await database.ArrivedAsync(cancellationToken);
        Elapsed += Stopwatch.GetElapsedTime(began);
        await database.RequireEachOnceAsync(cancellationToken);
    }
}
