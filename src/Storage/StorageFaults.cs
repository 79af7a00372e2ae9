using Canvass.Storage.Faults;
using Canvass.Storage.Postgres;
using Canvass.Storage.Sqlite;
using Canvass.Storage.Telemetry;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Canvass.Storage;

/// <summary>Counts the database's faults, whatever work fails of them, a grain's call or its waking; and writes them into the log: one line
/// for each reason why statements fail, however many do, and one when none does any more.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class StorageFaults(StorageMeter meter, TimeProvider time, ILogger<StorageFaults> logger)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _reasons = [];
    private volatile bool _isPresent;
    private long _failed;

    /// <summary>How long nothing must fail until a fault is over: on a full disk, reads succeed between the writes that fail.</summary>
    public static TimeSpan Quiet { get; } = TimeSpan.FromSeconds(5);

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
    public void Succeeded()
    {
        if (!_isPresent)
        {
            return;
        }

        lock (_lock)
        {
            if (!_isPresent || time.GetElapsedTime(_failed) < Quiet)
            {
                return;
            }

            _isPresent = false;
            _reasons.Clear();
        }

        StorageLog.DatabaseRecovered(logger);
    }

    private StorageException Noted(StorageException fault)
    {
        meter.DatabaseFailed(GridFault.Of(fault) is { IsOutOfRoom: true });
        bool isNew;
        lock (_lock)
        {
            _isPresent = true;
            _failed = time.GetTimestamp();
            isNew = _reasons.Add(fault.Message);
        }

        if (isNew)
        {
            StorageLog.DatabaseRefused(logger, fault.Message);
        }

        return fault;
    }
}
