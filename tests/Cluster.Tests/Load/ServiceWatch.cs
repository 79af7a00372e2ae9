using System.Diagnostics;

namespace Canvass.Cluster.Tests.Load;

/// <summary>
/// Says when service is back after a fault: the moment from which on every request succeeds, reads and writes, through every living gateway.
/// It is the latest moment at which a request began that failed, and is certain once requests of both kinds have begun and succeeded at every
/// gateway for some seconds after it.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ServiceWatch
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);
    private readonly Lock _lock = new();
    private readonly HashSet<Call> _underWay = [];
    private readonly Dictionary<(Door Door, bool Writes), long> _lastSuccess = [];
    private long _lastFailure;

    /// <summary>The request that failed and began last; where service is late, what was late.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>Notes that a request begins.</summary>
    public Call Begin(string name, Door door, bool writes)
    {
        var call = new Call(name, door, writes, Stopwatch.GetTimestamp());
        lock (_lock)
        {
            _underWay.Add(call);
        }

        return call;
    }

    /// <summary>Notes how a request ended.</summary>
    public void End(Call call, CallOutcome outcome)
    {
        lock (_lock)
        {
            _underWay.Remove(call);
            if (outcome == CallOutcome.Succeeded)
            {
                _lastSuccess[(call.Door, call.Writes)] = Math.Max(_lastSuccess.GetValueOrDefault((call.Door, call.Writes)), call.Started);
            }
            else if (outcome != CallOutcome.DoorClosed && call.Started > _lastFailure)
            {
                _lastFailure = call.Started;
                LastFailure = $"{call.Name} through {call.Door.Node.Name}: {outcome}";
            }
        }
    }

    /// <summary>Waits until service is back.</summary>
    /// <param name="since">When the fault struck, or ended.</param>
    /// <param name="living">The gateways that live.</param>
    /// <param name="timeout">How long to wait at most.</param>
    /// <returns>How long it took; null: it is not back.</returns>
    public async Task<TimeSpan?> ReturnAsync(long since, IReadOnlyList<Door> living, TimeSpan timeout)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await timer.WaitForNextTickAsync())
        {
            if (Returned(since, living) is { } returned)
            {
                return returned;
            }

            if (Stopwatch.GetElapsedTime(since) > timeout)
            {
                return null;
            }
        }

        return null;
    }

    private TimeSpan? Returned(long since, IReadOnlyList<Door> living)
    {
        lock (_lock)
        {
            var back = Math.Max(since, _lastFailure);
            var certain = back + (long)(Quiet.TotalSeconds * Stopwatch.Frequency);
            var isCertain = Stopwatch.GetTimestamp() >= certain
                && _underWay.All(call => call.Started <= back || call.Started >= certain)
                && living.All(door => _lastSuccess.GetValueOrDefault((door, true)) > back && _lastSuccess.GetValueOrDefault((door, false)) > back);
            return isCertain ? Stopwatch.GetElapsedTime(since, back) : null;
        }
    }

    /// <summary>A request under way.</summary>
    internal sealed class Call(string name, Door door, bool writes, long started)
    {
        public string Name => name;

        public Door Door => door;

        public bool Writes => writes;

        public long Started => started;
    }
}
