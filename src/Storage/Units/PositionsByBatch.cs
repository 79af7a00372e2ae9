using Canvass.Contracts.Units;
using Canvass.Storage.Batching;
using Canvass.Storage.Telemetry;

namespace Canvass.Storage.Units;

/// <summary>Hands positions to a group commit, so many at a time that reports of few units go beside reports of many.</summary>
internal sealed class PositionsByBatch : IAsyncDisposable
{
    private readonly Batcher<UnitReport, IReadOnlyList<DateTimeOffset?>> _writes;
    private readonly int _most;

    /// <param name="writeAsync">Keeps the positions of many reports in one transaction; answers as
    /// <see cref="Canvass.Grains.Units.IUnitPositions.KeepAsync"/> does, for each report.</param>
    /// <param name="isOfAnItem">Whether a failure comes from what a position says.</param>
    /// <param name="meter">Where batches are counted.</param>
    /// <param name="time">By which waiting is measured.</param>
    /// <param name="options">How they are gathered.</param>
    public PositionsByBatch(
        Func<IReadOnlyList<UnitReport>, Task<IReadOnlyList<IReadOnlyList<DateTimeOffset?>>>> writeAsync,
        Func<Exception, bool> isOfAnItem, StorageMeter meter, TimeProvider time, BatcherOptions options)
    {
        _most = options.BatchSize;
        _writes = new(new(writeAsync) { Size = report => report.Positions.Count, IsOfAnItem = isOfAnItem }, options, meter, time);
    }

    /// <summary>Keeps positions.</summary>
    public async Task<IReadOnlyList<DateTimeOffset?>> KeepAsync(
        IReadOnlyList<UnitPosition> positions, DateTimeOffset latest, CancellationToken cancellationToken)
    {
        if (positions.Count <= _most)
        {
            return positions.Count == 0 ? [] : await _writes.SubmitAsync(new(positions, latest), cancellationToken);
        }

        var known = new List<DateTimeOffset?>(positions.Count);
        foreach (var some in positions.Chunk(_most))
        {
            known.AddRange(await _writes.SubmitAsync(new(some, latest), cancellationToken));
        }

        return known;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _writes.DisposeAsync();
}
