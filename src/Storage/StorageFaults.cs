using Canvass.Storage.Postgres;
using Canvass.Storage.Sqlite;
using Canvass.Storage.Telemetry;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Canvass.Storage;

/// <summary>Counts the database's faults, whatever work fails of them, a grain's call or its waking; and writes them into the log: one line
/// when a fault begins, however many statements fail of it, and one when statements succeed again.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class StorageFaults(StorageMeter meter, ILogger<StorageFaults> logger)
{
    private string? _present;

    /// <summary>PostgreSQL's fault in words, counted and in the log; null where it is none of the database's.</summary>
    public StorageException? Explain(Exception exception) =>
        PostgresFault.Explain(exception) is { } reason ? Noted(new(reason, exception)) : null;

    /// <summary>SQLite's fault in words, counted and in the log; null where it is none of the file's.</summary>
    public StorageException? Explain(SqliteException exception, string filePath) =>
        SqliteFault.Explain(exception, filePath) is { } fault ? Noted(fault) : null;

    /// <summary>Notes what a provider threw that knows nothing of this class. What was explained is not noted again.</summary>
    public void Note(Exception exception)
    {
        for (var cause = exception; cause is not (null or StorageException); cause = cause.InnerException)
        {
            // SQLite's own words may hold what a statement was given.
            var fault = cause is SqliteException refusal
                ? Explain(refusal, SqliteDatabase.FileName)
                    ?? Noted(new($"The database '{SqliteDatabase.FileName}' refused a statement (code {refusal.SqliteExtendedErrorCode}).", refusal))
                : Explain(cause);
            if (fault is not null)
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

    private StorageException Noted(StorageException fault)
    {
        meter.DatabaseFailed(StorageFaultFilter.Explain(fault) is { IsOutOfRoom: true });
        if (Interlocked.Exchange(ref _present, fault.Message) != fault.Message)
        {
            StorageLog.DatabaseRefused(logger, fault.Message);
        }

        return fault;
    }
}
