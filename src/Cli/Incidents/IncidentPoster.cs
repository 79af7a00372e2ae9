using System.Threading.Channels;
using Canvass.Cli.Incidents.Csv;
using Canvass.Client.Cameras;
using Canvass.Client.Incidents;
using Canvass.Client.Rows;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Refusals;

namespace Canvass.Cli.Incidents;

/// <summary>Posts the rows of a file, many at once, those of one incident one after the other.</summary>
/// <param name="report">Posts one.</param>
/// <param name="rejected">Told of every refused row, from several threads.</param>
/// <param name="progress">Told how many rows are done; null for nobody.</param>
internal sealed class IncidentPoster(
    Func<IncidentReport, Task<ReportOutcome>> report, Action<RejectedRow> rejected, IProgress<int>? progress)
{
    /// <summary>How many are posted at once.</summary>
    public const int Lanes = 32;

    private const int LaneLength = 16;
    private const int Attempts = 3;
    private const int ProgressEvery = 100;

    private readonly Lock _lock = new();
    private ImportTotals _totals;

    /// <summary>Posts with a client.</summary>
    public IncidentPoster(IncidentsClient incidents, Action<RejectedRow> rejected, IProgress<int>? progress)
        : this(incidents.ReportAsync, rejected, progress)
    {
    }

    /// <summary>Posts them all; answers the counts.</summary>
    /// <exception cref="TimeoutException">The grid did not answer, not even when asked again.</exception>
    public async Task<ImportTotals> RunAsync(IAsyncEnumerable<ParsedIncidentRow> rows, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var lanes = Enumerable.Range(0, Lanes).Select(_ => Channel.CreateBounded<ParsedIncidentRow>(LaneLength)).ToArray();
        var work = Task.WhenAll(lanes.Select(lane => PostAsync(lane.Reader, stop)));
        try
        {
            await foreach (var row in rows.WithCancellation(stop.Token).ConfigureAwait(false))
            {
                if (row.Report is null)
                {
                    Reject(row, row.Errors);
                }
                else
                {
                    var lane = (int)((uint)row.Report.Key.GetHashCode() % Lanes);
                    await lanes[lane].Writer.WriteAsync(row, stop.Token).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // A lane failed; what it failed of is thrown below.
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            Array.ForEach(lanes, lane => lane.Writer.TryComplete());
        }

        await work.ConfigureAwait(false);
        return _totals;
    }

    private async Task PostAsync(ChannelReader<ParsedIncidentRow> lane, CancellationTokenSource stop)
    {
        try
        {
            await foreach (var row in lane.ReadAllAsync(stop.Token).ConfigureAwait(false))
            {
                await PostAsync(row).ConfigureAwait(false);
            }
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task PostAsync(ParsedIncidentRow row)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var outcome = await report(row.Report!).ConfigureAwait(false);
                Count(outcome.Effect);
                return;
            }
            catch (RefusedException exception)
            {
                Reject(row, exception.Errors.Count > 0 ? exception.Errors : new() { ["incident"] = [exception.Message] });
                return;
            }
            catch (TimeoutException) when (attempt < Attempts)
            {
                // The outcome is unknown, and a repeat changes nothing where it was done.
            }
        }
    }

    private void Count(ReportEffect effect) => Add(effect switch
    {
        ReportEffect.Created => new(1, 0, 0, 0),
        ReportEffect.Updated => new(0, 1, 0, 0),
        _ => new(0, 0, 1, 0),
    });

    private void Reject(ParsedIncidentRow row, IReadOnlyDictionary<string, string[]> errors)
    {
        rejected(new(row.Number, row.Id, errors));
        Add(new(0, 0, 0, 1));
    }

    private void Add(ImportTotals more)
    {
        lock (_lock)
        {
            _totals = new(_totals.Imported + more.Imported, _totals.Updated + more.Updated, _totals.Unchanged + more.Unchanged,
                _totals.Rejected + more.Rejected);
            if (_totals.Rows % ProgressEvery == 0)
            {
                progress?.Report(_totals.Rows);
            }
        }
    }
}
