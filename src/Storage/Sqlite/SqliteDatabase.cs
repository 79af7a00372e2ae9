using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Canvass.Storage.Sqlite;

/// <summary>
/// The embedded database, <see cref="FileName"/> in the data directory. One writer at a time, whoever it is; readers beside it, each seeing the last
/// committed state. What a write has acknowledged survives a crash of the process or the machine.
/// </summary>
/// <remarks>Thread-safe. Nothing is opened before <see cref="Acquire"/>.</remarks>
internal sealed class SqliteDatabase : IDisposable
{
    /// <summary>The file's name in its directory.</summary>
    public const string FileName = "canvass.db";

    private readonly SemaphoreSlim _readers = new(Math.Max(4, 2 * Environment.ProcessorCount));
    private readonly string _readConnectionString;
    private readonly StorageFaults _faults;
    private DirectoryLock? _lock;

    public SqliteDatabase(IOptions<StorageOptions> options, StorageFaults faults)
    {
        _faults = faults;
        DataDirectory = Path.GetFullPath(options.Value.DataDirectory);
        FilePath = Path.Combine(DataDirectory, FileName);
        var builder = new SqliteConnectionStringBuilder { DataSource = FilePath, ForeignKeys = true, Pooling = true };
        Writers = new SqliteWriterSource(builder.ToString());
        builder.Mode = SqliteOpenMode.ReadOnly;
        _readConnectionString = builder.ToString();
    }

    /// <summary>The directory, as a full path.</summary>
    public string DataDirectory { get; }

    /// <summary>The file, as a full path.</summary>
    public string FilePath { get; }

    /// <summary>Where writers' connections come from, one open at a time.</summary>
    public SqliteWriterSource Writers { get; }

    /// <summary>Makes the directory where it is missing and claims it for this process, until disposed.</summary>
    /// <exception cref="StorageException">The directory cannot be made or written, or another process uses it.</exception>
    public void Acquire() => _lock ??= DirectoryLock.Acquire(DataDirectory);

    /// <summary>Does work in one transaction, when all writers before it are done.</summary>
    /// <param name="work">The work; where it throws, the transaction is rolled back.</param>
    /// <param name="cancellationToken">Gives up before the work begins.</param>
    /// <exception cref="StorageException">The file refuses the work: nothing was written.</exception>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await Writers.OpenConnectionAsync(cancellationToken);

            // SQLite works synchronously: not on the caller's thread, which may be running a grain's turn.
            var result = await Task.Run(() => InTransaction((SqliteConnection)connection, work), cancellationToken);
            _faults.Succeeded();
            return result;
        }
        catch (SqliteException exception) when (_faults.Explain(exception, FilePath) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Reads, beside any writer. The work must be one statement to see one state.</summary>
    /// <exception cref="StorageException">The file cannot be read.</exception>
    public async Task<T> ReadAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        // Bounded, so that a storm of activations takes a few connections and not hundreds.
        await _readers.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(
                () =>
                {
                    using var connection = new SqliteConnection(_readConnectionString);
                    connection.Open();
                    return work(connection);
                },
                cancellationToken);
        }
        catch (SqliteException exception) when (_faults.Explain(exception, FilePath) is { } explained)
        {
            throw explained;
        }
        finally
        {
            _readers.Release();
        }
    }

    /// <summary>Closes the pooled connections, which folds the write-ahead log into the file, and lets go of the directory.</summary>
    public void Dispose()
    {
        using (var pooled = new SqliteConnection(_readConnectionString))
        {
            SqliteConnection.ClearPool(pooled);
        }

        Writers.Dispose();
        _readers.Dispose();
        _lock?.Dispose();
    }

    private static T InTransaction<T>(SqliteConnection connection, Func<SqliteConnection, T> work)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var result = work(connection);
        transaction.Commit();
        return result;
    }
}
