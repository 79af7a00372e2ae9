using Canvass.Contracts.Refusals;
using Canvass.Storage.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Orleans.Storage;

namespace Canvass.Storage.Tests;

[Trait("Category", "Unit")]
public sealed class StorageFaultsTests : IDisposable
{
    private const int Constraint = 19;
    private const int Full = 13;

    private readonly TestMeter _meter = new();
    private readonly WrittenLines<StorageFaults> _log = new();
    private readonly FakeTimeProvider _time = new();
    private readonly StorageFaults _faults;

    public StorageFaultsTests() => _faults = new(_meter.Meter, _time, _log);

    public void Dispose() => _meter.Dispose();

    [Fact]
    public void Every_statement_that_fails_counts_and_the_log_has_a_line_when_it_begins_and_one_when_it_is_over()
    {
        for (var statement = 0; statement < 3; statement++)
        {
            Assert.NotNull(_faults.Explain(Server(PostgresErrorCodes.AdminShutdown)));
        }

        _time.Advance(StorageFaults.Quiet);
        _faults.Succeeded();
        _faults.Succeeded();

        Assert.Equal((0, 3), (_meter.Full, _meter.Unavailable));
        Assert.Equal([LogLevel.Error, LogLevel.Information], _log.Lines.Select(line => line.Level));
    }

    [Fact]
    public void A_fault_is_not_over_when_something_succeeds_between_what_fails_and_each_reason_is_told_once()
    {
        for (var second = 0; second < 10; second++)
        {
            _faults.Explain(Server(second % 2 == 0 ? PostgresErrorCodes.DiskFull : PostgresErrorCodes.CannotConnectNow));
            _time.Advance(TimeSpan.FromSeconds(1));
            _faults.Succeeded();
        }

        Assert.Equal([LogLevel.Error, LogLevel.Error], _log.Lines.Select(line => line.Level));
        _time.Advance(StorageFaults.Quiet);
        _faults.Succeeded();
        Assert.Equal([LogLevel.Error, LogLevel.Error, LogLevel.Information], _log.Lines.Select(line => line.Level));
    }

    [Fact]
    public void Want_of_room_counts_as_such_on_either_database()
    {
        Assert.NotNull(_faults.Explain(Server(PostgresErrorCodes.DiskFull)));
        Assert.NotNull(_faults.Explain(new SqliteException("cause", Full), "/data/canvass.db"));

        Assert.Equal((2, 0), (_meter.Full, _meter.Unavailable));
    }

    [Fact]
    public void What_a_provider_threw_counts_once_however_deep_it_is_wrapped_and_without_the_words_of_the_statement()
    {
        _faults.Note(new OrleansException("outer", Server(PostgresErrorCodes.CrashShutdown)));
        _faults.Note(new OrleansException("outer", new SqliteException("secret", Constraint)));

        Assert.Equal((0, 2), (_meter.Full, _meter.Unavailable));
        Assert.All(_log.Lines, line => Assert.DoesNotContain("secret", line.Text, StringComparison.Ordinal));
        Assert.Contains("code 19", _log.Lines.Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_explained_already_and_what_is_no_fault_of_the_database_does_not_count()
    {
        var explained = _faults.Explain(Server(PostgresErrorCodes.AdminShutdown))!;

        _faults.Note(new OrleansException("outer", explained));
        _faults.Note(new InconsistentStateException("Another activation wrote the state."));
        _faults.Note(new GridUnavailableException("It is gone.", false));
        Assert.Null(_faults.Explain(new InvalidOperationException()));

        Assert.Equal((0, 1), (_meter.Full, _meter.Unavailable));
    }

    private static PostgresException Server(string code) => new("secret", "ERROR", "ERROR", code);
}
