using Canvass.Client.Rows;
using Canvass.Contracts.Grid;

namespace Canvass.Client.Cameras;

/// <summary>Feeds rows to the grid in batches, one after the other, as a later row of a camera must win. While the grid takes a batch in, the
/// next one is read.</summary>
internal static class CameraImport
{
    private const int BatchSize = 500;

    /// <summary>See <see cref="CamerasClient.ImportAsync"/>.</summary>
    public static async Task<ImportTotals> RunAsync(
        IGridGrain grid,
        IAsyncEnumerable<CameraRow> rows,
        Action<RejectedRow> rejected,
        IProgress<ImportTotals>? progress,
        CancellationToken cancellationToken)
    {
        var taken = Task.FromResult(default(ImportTotals));
        try
        {
            await foreach (var batch in rows.Chunk(BatchSize).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                taken = ImportBatchAsync(grid, batch, await taken.ConfigureAwait(false), rejected, progress);
            }
        }
        catch when (!taken.IsCompleted)
        {
            // Whoever learns that reading failed may count on it that nothing is written any more.
            await ((Task)taken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        return await taken.ConfigureAwait(false);
    }

    private static async Task<ImportTotals> ImportBatchAsync(
        IGridGrain grid, CameraRow[] batch, ImportTotals totals, Action<RejectedRow> rejected, IProgress<ImportTotals>? progress)
    {
        var good = new List<CameraRow>(batch.Length);
        var refused = 0;
        foreach (var row in batch)
        {
            if (row.Camera is null)
            {
                refused++;
                rejected(new(row.Number, row.Id, row.Errors));
            }
            else
            {
                good.Add(row);
            }
        }

        if (good.Count > 0)
        {
            var outcome = await grid.ImportAsync([.. good.Select(row => row.Camera!)]).ConfigureAwait(false);
            foreach (var rejection in outcome.Rejected)
            {
                refused++;
                rejected(new(good[rejection.Index].Number, rejection.Id, rejection.Errors));
            }

            totals = totals with
            {
                Imported = totals.Imported + outcome.Imported,
                Updated = totals.Updated + outcome.Updated,
                Unchanged = totals.Unchanged + outcome.Unchanged,
            };
        }

        totals = totals with { Rejected = totals.Rejected + refused };
        progress?.Report(totals);
        return totals;
    }
}
