using Microsoft.Extensions.Logging;

namespace Canvass.Storage.Postgres;

/// <summary>Writes the database's faults into the log: one line when a fault begins, however many statements fail of it, and one when
/// statements succeed again.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class PostgresFaults(ILogger<PostgresFaults> logger)
{
    private string? _present;

    /// <summary>The fault in words, noted in the log; null where it is none of the database's.</summary>
    public StorageException? Explain(Exception exception)
    {
        if (PostgresFault.Explain(exception) is not { } reason)
        {
            return null;
        }

        if (Interlocked.Exchange(ref _present, reason) != reason)
        {
            StorageLog.DatabaseRefused(logger, reason);
        }

        return new(reason, exception);
    }

    /// <summary>Notes what a provider threw, which looks at no log of ours.</summary>
    public void Note(Exception exception)
    {
        for (var cause = exception; cause is not (null or StorageException); cause = cause.InnerException)
        {
            if (Explain(cause) is not null)
            {
                return;
            }
        }
    }

    /// <summary>A statement succeeded.</summary>
    public void Recovered()
    {
        if (Volatile.Read(ref _present) is not null && Interlocked.Exchange(ref _present, null) is not null)
        {
            StorageLog.DatabaseRecovered(logger);
        }
    }
}
