using System.Diagnostics;

namespace Canvass.Load.Measuring;

/// <summary>Asks contenders in turns, a block of questions each, so that whatever else the machine does meets all of them alike.</summary>
/// <param name="clients">How many ask at a time.</param>
/// <param name="questions">How many distinct questions there are; a block asks each of them once.</param>
internal sealed class Blocks(int clients, int questions)
{
    /// <summary>Asks blocks that are not counted, then counted ones; whoever begins changes from round to round.</summary>
    public async Task RunAsync(IReadOnlyList<Contender> contenders, int warmUps, int rounds, CancellationToken cancellationToken)
    {
        for (var round = 0; round < warmUps + rounds; round++)
        {
            for (var turn = 0; turn < contenders.Count; turn++)
            {
                var contender = contenders[(round + turn) % contenders.Count];
                await RunBlockAsync(contender, round < warmUps ? new() : contender.Latencies, cancellationToken);
            }
        }
    }

    private async Task RunBlockAsync(Contender contender, Latencies latencies, CancellationToken cancellationToken)
    {
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => AskAsync(client), cancellationToken)));
        latencies.AddElapsed(Stopwatch.GetElapsedTime(started));
        if (contender.SettleAsync is { } settleAsync)
        {
            await settleAsync(started, cancellationToken);
        }

        async Task AskAsync(int client)
        {
            for (var question = Interlocked.Increment(ref next); question < questions; question = Interlocked.Increment(ref next))
            {
                var asked = Stopwatch.GetTimestamp();
                await contender.AskAsync(client, question, cancellationToken);
                latencies.Add(Stopwatch.GetElapsedTime(asked));
            }
        }
    }
}
