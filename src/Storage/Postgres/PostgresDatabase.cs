using Microsoft.Extensions.Options;
using Npgsql;

namespace Canvass.Storage.Postgres;

/// <summary>
/// The PostgreSQL database that the silos share. One source of connections for the whole process (registry, index, grain storage, reminders,
/// clustering), so that its pool bounds what the process asks of the server. Whether a commit waits for the disk is left to the server, whose
/// default (<c>synchronous_commit = on</c>) loses nothing.
/// </summary>
/// <remarks>Thread-safe. Nothing is opened before the first use.</remarks>
internal sealed class PostgresDatabase : IAsyncDisposable, IDisposable
{
    /// <summary>The name under which Orleans' providers know Npgsql.</summary>
    public const string Invariant = "Npgsql";

    private const int Attempts = 10;

    private readonly StorageFaults _faults;

    public PostgresDatabase(IOptions<StorageOptions> options, StorageFaults faults)
    {
        _faults = faults;
        var address = PostgresAddress.Parse(options.Value.Database ?? throw new StorageException("Canvass__Database is not set: give a connection string."));
        Name = address.Database ?? address.Username ?? "";
        Source = new NpgsqlDataSourceBuilder(address.ConnectionString).Build();
    }

    /// <summary>The database's name, for messages.</summary>
    public string Name { get; }

    /// <summary>Where connections come from.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Does one statement: one round trip, a transaction by itself; and once more where somebody else's got in its way.</summary>
    /// <param name="sql">The statement, with parameters <c>$1</c> and so on.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="cancellationToken">Breaks the statement off.</param>
    /// <param name="parameters">The values, in order.</param>
    /// <exception cref="StorageException">The database refuses the work or cannot be reached; whether a write happened may be
    /// unknown.</exception>
    public Task<List<T>> QueryAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params NpgsqlParameter[] parameters) => AttemptAsync(
        async () =>
        {
            await using var command = Source.CreateCommand(sql);
            command.Parameters.AddRange(parameters);
            var rows = await command.ReadAllAsync(read, cancellationToken);
            command.Parameters.Clear();
            return rows;
        });

    /// <summary>Does one statement over arrays, as <see cref="QueryAsync"/> does, planned for these very arrays: a plan for any takes them to
    /// hold ten values, and compares each of hundreds with each of a small table's rows.</summary>
    public Task<List<T>> QueryArraysAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params NpgsqlParameter[] parameters) => AttemptAsync(
        async () =>
        {
            await using var batch = Source.CreateBatch();

            // Both go in one round trip and one transaction, with which the setting ends.
            batch.BatchCommands.Add(new("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)"));
            var statement = new NpgsqlBatchCommand(sql);
            statement.Parameters.AddRange(parameters);
            batch.BatchCommands.Add(statement);
            List<T> rows = [];
            await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
            {
                await reader.NextResultAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                {
                    rows.Add(read(reader));
                }
            }

            statement.Parameters.Clear();
            return rows;
        });

    /// <summary>Does work in one transaction, and once more where somebody else's work got in its way.</summary>
    /// <param name="work">The work; where it throws, the transaction is rolled back.</param>
    /// <param name="cancellationToken">Rolls the transaction back.</param>
    /// <exception cref="StorageException">The database refuses the work or cannot be reached.</exception>
    public async Task<T> WriteAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await using var connection = await Source.OpenConnectionAsync(cancellationToken);
                    await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                    var result = await work(connection);
                    await transaction.CommitAsync(cancellationToken);
                    _faults.Succeeded();
                    return result;
                }
                catch (PostgresException exception) when (IsCollision(exception) && attempt < Attempts)
                {
                    // Rolled back: whoever was in the way is done, or is rolled back as well.
                }
            }
        }
        catch (Exception exception) when (_faults.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Source.DisposeAsync();

    /// <inheritdoc/>
    public void Dispose() => Source.Dispose();

    private async Task<T> AttemptAsync<T>(Func<Task<T>> work)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    var result = await work();
                    _faults.Succeeded();
                    return result;
                }
                catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.DeadlockDetected && attempt < Attempts)
                {
                    // Rolled back, and the other one went on.
                }
            }
        }
        catch (Exception exception) when (_faults.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    private static bool IsCollision(PostgresException exception) =>
        exception.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;
}
