using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Canvass.Load.Measuring;

namespace Canvass.Load.Clusters;

/// <summary>Reports where units are, as fast as it is acknowledged, for a time.</summary>
/// <param name="grid">The grid.</param>
/// <param name="clients">How many report at a time, each for 100 units of its own.</param>
/// <param name="batch">How many positions a request holds.</param>
internal sealed class PositionLoad(MeasuredGrid grid, int clients, int batch)
{
    private const int UnitsEach = 100;

    /// <summary>Does it.</summary>
    /// <returns>How long requests took, and how many positions were acknowledged in the slowest whole second.</returns>
    public async Task<(Latencies Latencies, int SlowestSecond)> RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var latencies = new Latencies();
        var seconds = new int[(int)Math.Ceiling(duration.TotalSeconds)];
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => ReportAsync(client), cancellationToken)));
        latencies.AddElapsed(Stopwatch.GetElapsedTime(began));
        return (latencies, seconds.Min());

        async Task ReportAsync(int client)
        {
            for (var unit = 0; Stopwatch.GetElapsedTime(began) < duration; unit += batch)
            {
                var body = Body(client, unit);
                var asked = Stopwatch.GetTimestamp();
                await grid.Http(client).ReportPositionsAsync(body, batch, cancellationToken);
                latencies.Add(Stopwatch.GetElapsedTime(asked));
                var second = (int)Stopwatch.GetElapsedTime(began).TotalSeconds;
                if (second < seconds.Length)
                {
                    Interlocked.Add(ref seconds[second], batch);
                }
            }
        }
    }

    private byte[] Body(int client, int from)
    {
        var at = TimeProvider.System.GetUtcNow();
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            positions = Enumerable.Range(from, batch).Select(unit => new
            {
                agency = "apd",
                callSign = string.Create(CultureInfo.InvariantCulture, $"{client}-{unit % UnitsEach}"),
                at,
                coordinates = new[] { -84.388 + (unit % 1_000 * 1e-5), 33.749 + (client * 1e-4) },
                accuracyM = 5,
                speedMps = 11,
                headingDeg = 90,
                status = "enroute",
            }),
        });
    }
}
