namespace Canvass.Grains.Units;

/// <summary>Lets go of positions that are too old to be told; each silo looks once a minute, while positions come.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class UnitRetention(IUnitPositions positions, TimeProvider time)
{
    /// <summary>How long a position is told.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private long? _forgotAt;

    /// <summary>The oldest moment of which positions are told.</summary>
    public DateTimeOffset Oldest => time.GetUtcNow() - Kept;

    /// <summary>Forgets, where it is time to.</summary>
    public async Task ForgetAsync()
    {
        lock (_gate)
        {
            if (_forgotAt is { } last && time.GetElapsedTime(last) < Pause)
            {
                return;
            }

            _forgotAt = time.GetTimestamp();
        }

        await positions.ForgetAsync(Oldest, CancellationToken.None);
    }
}
