using Canvass.Grains.Idempotency;
using Canvass.Storage.Idempotency;
using Canvass.Storage.Tests.Fixtures;

namespace Canvass.Storage.Tests.Idempotency;

[Trait("Category", "Storage")]
public sealed class SqliteIdempotencyKeysTests : IdempotencyKeysConformance
{
    private readonly TestDatabase _database = new();

    public override ValueTask DisposeAsync()
    {
        _database.Dispose();
        return base.DisposeAsync();
    }

    [Fact]
    public async Task A_key_is_known_after_a_restart()
    {
        using var directory = new TemporaryDirectory();
        using (var before = await TestDatabase.CreateAsync(directory.Path))
        {
            await new SqliteIdempotencyKeys(before.Database).ClaimAsync(Key, new("print", "first", IsComplete: false), Noon, Cancellation);
        }

        using var after = await TestDatabase.CreateAsync(directory.Path);
        Assert.Equal("first", (await new SqliteIdempotencyKeys(after.Database).ClaimAsync(Key, new("print", "second", IsComplete: false), Noon, Cancellation)).Id);
    }

    protected override async Task<IIdempotencyKeys> CreateAsync()
    {
        await _database.MigrateAsync();
        return new SqliteIdempotencyKeys(_database.Database);
    }

    protected override Task<long> CountAsync() => _database.AskAsync<long>("SELECT count(*) FROM idempotency_key;");
}
