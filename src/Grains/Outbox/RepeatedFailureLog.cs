using Microsoft.Extensions.Logging;

namespace Canvass.Grains.Outbox;

/// <summary>Logs failures that repeat: one line when a kind of failure begins, one a minute while it lasts, and one when deliveries succeed
/// again.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed partial class RepeatedFailureLog(TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Count, long LoggedAt)> _kinds = [];
    private volatile bool _isPresent;
    private long _failedAt;

    /// <summary>Notes a failure. A message of an exception may name an owner or a home's camera, so only its kind is logged.</summary>
    public void Note(Exception exception)
    {
        var kind = exception.GetType().Name;
        int count;
        lock (_lock)
        {
            _isPresent = true;
            _failedAt = time.GetTimestamp();
            if (_kinds.TryGetValue(kind, out var known) && time.GetElapsedTime(known.LoggedAt) < Interval)
            {
                _kinds[kind] = known with { Count = known.Count + 1 };
                return;
            }

            count = known.Count + 1;
            _kinds[kind] = (0, time.GetTimestamp());
        }

        LogFailed(kind, count);
    }

    /// <summary>Notes a success.</summary>
    public void Succeeded()
    {
        if (!_isPresent)
        {
            return;
        }

        lock (_lock)
        {
            if (!_isPresent || time.GetElapsedTime(_failedAt) < Quiet)
            {
                return;
            }

            _isPresent = false;
            _kinds.Clear();
        }

        LogSucceeded();
    }

    [LoggerMessage(2101, LogLevel.Warning, "Outbox deliveries fail ({Exception}, {Count} since the last such line); they are tried again.")]
    private partial void LogFailed(string exception, int count);

    [LoggerMessage(2103, LogLevel.Information, "Outbox deliveries succeed again.")]
    private partial void LogSucceeded();
}
