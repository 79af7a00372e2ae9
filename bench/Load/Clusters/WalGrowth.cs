namespace Canvass.Load.Clusters;

/// <summary>
/// How much the servers of some contenders write to their write-ahead logs while a phase runs. Each has a server of its own, so what a
/// contender writes while others have their turn (what it puts off, clean-up) counts, and counts for it.
/// </summary>
internal sealed class WalGrowth
{
    private readonly IReadOnlyList<(ContenderDatabase Database, long Bytes)> _before;

    private WalGrowth(IReadOnlyList<(ContenderDatabase Database, long Bytes)> before) => _before = before;

    /// <summary>Begins to measure.</summary>
    public static async Task<WalGrowth> StartAsync(IEnumerable<ContenderDatabase> databases, CancellationToken cancellationToken)
    {
        var before = new List<(ContenderDatabase Database, long Bytes)>();
        foreach (var database in databases)
        {
            before.Add((database, await database.WalBytesAsync(cancellationToken)));
        }

        return new(before);
    }

    /// <summary>How many bytes each has written since then, in the same order.</summary>
    public async Task<IReadOnlyList<long>> ReadAsync(CancellationToken cancellationToken)
    {
        var written = new List<long>();
        foreach (var (database, bytes) in _before)
        {
            written.Add(await database.WalBytesAsync(cancellationToken) - bytes);
        }

        return written;
    }
}
