using System.Diagnostics;
using Canvass.Load.City;
using Canvass.Load.Import;

namespace Canvass.Load.Megacity;

/// <summary>A start of a silo on the filled database.</summary>
/// <param name="ReadySeconds">The time until the silo said that it was ready.</param>
/// <param name="AnswerSeconds">The time until the first complete and correct coverage answer.</param>
internal sealed record ColdStart(double ReadySeconds, double AnswerSeconds)
{
    /// <summary>Stops the silo, starts another process, and asks about a place until the answer is complete.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="index">All cameras.</param>
    /// <param name="number">The number of the place.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">A complete answer was wrong.</exception>
    public static async Task<ColdStart> MeasureAsync(CityGrid grid, CameraIndex index, int number, CancellationToken cancellationToken)
    {
        await grid.StopSiloAsync();
        var began = Stopwatch.GetTimestamp();
        await grid.StartSiloAsync();
        var ready = Stopwatch.GetElapsedTime(began);
        var probe = new CoverageProbe(grid.Http, index);
        for (var asked = 1; ; asked++)
        {
            await probe.AskAsync(grid.City.AskedAt(number), grid.City.Count, cancellationToken);
            if (probe.Wrong is [var wrong, ..])
            {
                throw new InvalidOperationException($"The first answer after a start was wrong: {wrong}");
            }

            if (probe.Partial + probe.Unanswered < asked)
            {
                return new(ready.TotalSeconds, Stopwatch.GetElapsedTime(began).TotalSeconds);
            }
        }
    }
}
