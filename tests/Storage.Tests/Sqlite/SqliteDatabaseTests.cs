using Canvass.Storage.Sqlite;
using Canvass.Storage.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Canvass.Storage.Tests.Sqlite;

[Trait("Category", "Storage")]
public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task The_directory_is_made_where_it_is_missing()
    {
        var directory = Path.Combine(_directory.Path, "some", "where");
        using var database = await TestDatabase.CreateAsync(directory);

        Assert.True(File.Exists(Path.Combine(directory, "canvass.db")));
    }

    [Fact]
    public async Task Writes_are_on_the_disk_before_they_are_acknowledged()
    {
        using var database = await TestDatabase.CreateAsync(_directory.Path);

        Assert.Equal("wal", await AskWriterAsync<string>(database, "PRAGMA journal_mode;"));
        Assert.Equal(2, await AskWriterAsync<long>(database, "PRAGMA synchronous;"));
        Assert.Equal(5000, await AskWriterAsync<long>(database, "PRAGMA busy_timeout;"));
        Assert.Equal(1, await AskWriterAsync<long>(database, "PRAGMA foreign_keys;"));
    }

    [Fact]
    public async Task Readers_cannot_write()
    {
        using var database = await TestDatabase.CreateAsync(_directory.Path);

        await Assert.ThrowsAsync<StorageException>(() => database.Database.ReadAsync(
            connection =>
            {
                using var command = connection.Command("DELETE FROM camera;");
                return command.ExecuteNonQuery();
            },
            Cancellation));
    }

    /// <summary>The doors answer that the log says why.</summary>
    [Fact]
    public async Task A_full_disk_is_told_in_the_log()
    {
        var log = new WrittenLines<StorageFaults>();
        using var database = new TestDatabase(_directory.Path, log);
        await database.MigrateAsync();

        var refusal = await Assert.ThrowsAsync<StorageException>(() => database.Database.WriteAsync(
            connection =>
            {
                using var full = connection.Command("PRAGMA max_page_count = 1;");
                full.ExecuteScalar();
                using var command = connection.Command("CREATE TABLE large (value BLOB); INSERT INTO large VALUES (zeroblob(1000000));");
                return command.ExecuteNonQuery();
            },
            Cancellation));

        Assert.Contains("no room", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([(LogLevel.Error, refusal.Message)], log.Lines);
    }

    [Fact]
    public async Task The_gate_is_let_go_when_work_fails()
    {
        using var database = await TestDatabase.CreateAsync(_directory.Path);

        await Assert.ThrowsAsync<InvalidTimeZoneException>(
            () => database.Database.WriteAsync<int>(_ => throw new InvalidTimeZoneException(), Cancellation));

        Assert.Equal(1, await database.AskAsync<long>("SELECT 1;"));
    }

    [Fact]
    public async Task A_writer_that_gives_up_waiting_leaves_the_gate_to_others()
    {
        using var database = await TestDatabase.CreateAsync(_directory.Path);
        using var cancellation = new CancellationTokenSource();
        Task<int> waiting;
        await using (await database.Database.Writers.OpenConnectionAsync(Cancellation))
        {
            waiting = database.Database.WriteAsync(_ => 1, cancellation.Token);
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }

        Assert.Equal(1, await database.AskAsync<long>("SELECT 1;"));
    }

    [Fact]
    public async Task A_directory_in_use_is_refused()
    {
        using var first = await TestDatabase.CreateAsync(_directory.Path);
        using var second = new TestDatabase(_directory.Path);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => second.MigrateAsync());

        Assert.Contains("another Canvass process", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_cannot_be_made_is_refused()
    {
        var file = Path.Combine(_directory.Path, "file");
        await File.WriteAllTextAsync(file, "", Cancellation);
        using var database = new TestDatabase(Path.Combine(file, "data"));

        var refusal = await Assert.ThrowsAsync<StorageException>(() => database.MigrateAsync());

        Assert.Contains("Canvass__DataDirectory", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left()
    {
        var file = Path.Combine(_directory.Path, "canvass.db");
        var text = string.Concat(Enumerable.Repeat("not a database ", 100));
        await File.WriteAllTextAsync(file, text, Cancellation);
        using var database = new TestDatabase(_directory.Path);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => database.MigrateAsync());

        Assert.Contains("not a SQLite database", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(file, Cancellation));
    }

    [Fact]
    public async Task A_damaged_database_is_named()
    {
        var file = Path.Combine(_directory.Path, "canvass.db");
        using (await TestDatabase.CreateAsync(_directory.Path))
        {
        }

        await using (var stream = File.OpenWrite(file))
        {
            stream.Position = 100;
            await stream.WriteAsync(Enumerable.Repeat((byte)0xFF, 8000).ToArray(), Cancellation);
        }

        using var database = new TestDatabase(_directory.Path);
        var refusal = await Assert.ThrowsAsync<StorageException>(() => database.MigrateAsync());

        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_programs_database_is_refused_and_left()
    {
        var file = Path.Combine(_directory.Path, "canvass.db");
        await using (var foreign = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            await foreign.OpenAsync(Cancellation);
            using var create = foreign.Command("CREATE TABLE recipe (x);");
            create.ExecuteNonQuery();
        }

        using var database = new TestDatabase(_directory.Path);
        var refusal = await Assert.ThrowsAsync<StorageException>(() => database.MigrateAsync());

        Assert.Contains("another program", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await database.AskAsync<long>("SELECT count(*) FROM sqlite_schema;"));
    }

    private static async Task<T> AskWriterAsync<T>(TestDatabase database, string sql)
    {
        await using var connection = (SqliteConnection)await database.Database.Writers.OpenConnectionAsync(Cancellation);
        using var command = connection.Command(sql);
        return (T)command.ExecuteScalar()!;
    }
}
