using Canvass.Contracts.Refusals;
using Canvass.Grains.Settings;
using Microsoft.Extensions.Options;

namespace Canvass.Grains.Coverage;

/// <summary>Lets a silo work on few wide surveys at a time, in the order in which they came, so that small questions and everything else do not queue behind
/// them. Further ones wait, and beyond a number they are refused.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class WideSurveys(IOptions<GridOptions> options) : IDisposable
{
    /// <summary>A survey of more cells than this is wide: about a circle of 1 km.</summary>
    public const int FewCells = 16;

    /// <summary>How many wide surveys may wait.</summary>
    public const int MaxWaiting = 64;

    /// <summary>How many times the deadline of coverage a survey may wait for its turn.</summary>
    private const int DeadlinesToWait = 5;

    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount - 1));
    private int _waiting;

    /// <summary>Enters; at once if the survey is not wide.</summary>
    /// <param name="cells">How many cells it asks.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The place, to be disposed of when the survey ends; null if it needs none.</returns>
    /// <exception cref="GridUnavailableException">Too many wait already, or its turn did not come in time.</exception>
    public async Task<IDisposable?> EnterAsync(int cells, CancellationToken cancellationToken)
    {
        if (cells <= FewCells)
        {
            return null;
        }

        if (Interlocked.Increment(ref _waiting) > MaxWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw Busy();
        }

        try
        {
            return await _places.WaitAsync(DeadlinesToWait * options.Value.CoverageDeadline, cancellationToken) ? new Place(_places) : throw Busy();
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    private static GridUnavailableException Busy() =>
        new("Too many wide areas are being asked about: ask about a smaller area, or repeat the request later.", false);

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        private int _isLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isLeft, 1) == 0)
            {
                places.Release();
            }
        }
    }
}
