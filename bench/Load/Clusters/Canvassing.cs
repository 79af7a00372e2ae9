using System.Collections.Concurrent;
using System.Diagnostics;
using Canvass.Load.City;
using Canvass.Load.Grid;
using Canvass.Load.Measuring;

namespace Canvass.Load.Clusters;

/// <summary>Drafts and sends canvasses, and waits after each block until every ask lies in its owner's inbox.</summary>
/// <param name="grid">The grid.</param>
/// <param name="incidents">One for each canvass.</param>
/// <param name="city">The city.</param>
/// <param name="reports">Whether the incidents are reported as part of the work; otherwise the grid knows them.</param>
internal sealed class Canvassing(MeasuredGrid grid, IReadOnlyList<BenchIncident> incidents, BenchCity city, bool reports)
{
    private const int Pollers = 8;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);
    private readonly ConcurrentQueue<(GridHttp Doors, Uri Path)> _sent = [];
    private int _next = -1;
    private int _asks;

    /// <summary>How long drafts took.</summary>
    public Latencies Drafts { get; } = new();

    /// <summary>How long sendings took until they were acknowledged.</summary>
    public Latencies Sends { get; } = new();

    /// <summary>How many owners were asked.</summary>
    public int Asks => _asks;

    /// <summary>How long it took, over all blocks, until every ask lay in its inbox.</summary>
    public TimeSpan Settled { get; private set; }

    /// <summary>Does a piece of the work.</summary>
    /// <param name="client">The client's number.</param>
    /// <param name="question">The number of the piece in its block.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task CanvassAsync(int client, int question, CancellationToken cancellationToken)
    {
        var incident = incidents[Interlocked.Increment(ref _next)];
        var doors = grid.Doors(client);
        if (reports)
        {
            await doors.PostAsync(incident, city.WindowFrom, city.WindowTo, cancellationToken);
        }

        var began = Stopwatch.GetTimestamp();
        var path = await doors.DraftAsync(incident, cancellationToken);
        Drafts.Add(Stopwatch.GetElapsedTime(began));
        began = Stopwatch.GetTimestamp();
        var asked = await doors.SendAsync(path, cancellationToken)
            ?? throw new InvalidOperationException($"Incident {incident.Id} asks fewer than five owners: a part of the grid did not answer.");
        Sends.Add(Stopwatch.GetElapsedTime(began));
        grid.NoteAsked(asked);
        Interlocked.Add(ref _asks, asked);
        _sent.Enqueue((doors, path));
    }

    /// <summary>Waits until the asks of a block have arrived, and counts them.</summary>
    public async Task SettleAsync(long began, CancellationToken cancellationToken)
    {
        var acknowledged = Stopwatch.GetElapsedTime(began);
        Drafts.AddElapsed(acknowledged);
        Sends.AddElapsed(acknowledged);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = Pollers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(_sent, limits, async (canvass, token) =>
        {
            using var timer = new PeriodicTimer(LookAgain);
            while (!await canvass.Doors.IsDeliveredAsync(canvass.Path, token))
            {
                await timer.WaitForNextTickAsync(token);
            }
        });
        Settled += Stopwatch.GetElapsedTime(began);
        _sent.Clear();
        await grid.RequireInboxesAsync(cancellationToken);
    }
}
