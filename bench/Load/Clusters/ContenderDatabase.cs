using System.Diagnostics;
using Npgsql;

namespace Canvass.Load.Clusters;

/// <summary>A contender's database, on a server that nobody else uses: what arrived in it, and what was written for it.</summary>
/// <param name="contender">What the report calls the contender.</param>
/// <param name="connectionString">How to connect.</param>
/// <param name="count">How asks are counted in it.</param>
internal sealed class ContenderDatabase(string contender, string connectionString, AskCount count) : IAsyncDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create($"{connectionString};Max Auto Prepare=10;Auto Prepare Min Usages=1");
    private long _expected;

    /// <summary>Notes that asks were sent, which have to arrive.</summary>
    public void Expect(int asks) => Interlocked.Add(ref _expected, asks);

    /// <summary>Waits until as many asks have arrived as were sent.</summary>
    /// <exception cref="InvalidOperationException">They did not arrive within 5 minutes.</exception>
    public async Task ArrivedAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(LookAgain);
        var began = Stopwatch.GetTimestamp();
        while (await NumberAsync(count.Arrived, cancellationToken) is var arrived && arrived < _expected)
        {
            if (Stopwatch.GetElapsedTime(began) > Timeout)
            {
                throw new InvalidOperationException($"{contender}: of {_expected} asks only {arrived} arrived within {Timeout.TotalMinutes} minutes.");
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>Counts the asks in inboxes.</summary>
    /// <exception cref="InvalidOperationException">They are not those that were sent, each once.</exception>
    public async Task RequireEachOnceAsync(CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand(count.Checked);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        var (asks, distinct) = (row.GetInt64(0), row.GetInt64(1));
        if (asks != _expected || distinct != _expected)
        {
            throw new InvalidOperationException($"{contender}: of {_expected} asks {asks} are in inboxes, {distinct} of them different ones.");
        }
    }

    /// <summary>How many bytes the server has written to its write-ahead log since it was made.</summary>
    public Task<long> WalBytesAsync(CancellationToken cancellationToken) =>
        NumberAsync("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint", cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task<long> NumberAsync(string question, CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand(question);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
