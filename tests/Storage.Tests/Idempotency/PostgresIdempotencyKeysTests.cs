using Canvass.Grains.Idempotency;
using Canvass.Storage.Idempotency;
using Canvass.Storage.Tests.Fixtures;

namespace Canvass.Storage.Tests.Idempotency;

[Trait("Category", "Storage")]
public sealed class PostgresIdempotencyKeysTests(SharedPostgres server) : IdempotencyKeysConformance
{
    private TestPostgres? _database;

    public override async ValueTask DisposeAsync()
    {
        await _database!.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Silos_that_claim_keys_at_once_while_old_ones_are_deleted_agree_on_each()
    {
        await using var second = new TestPostgres(_database!.ConnectionString);
        IIdempotencyKeys[] silos = [new PostgresIdempotencyKeys(_database.Database), new PostgresIdempotencyKeys(second.Database)];
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number =>
            silos[number % 2].ClaimAsync(new("s", $"old-{number}"), new("print", "old", IsComplete: false), Noon, Cancellation)));

        // Half of them claim again what others delete meanwhile.
        var claims = await Task.WhenAll(Enumerable.Range(0, 400).Select(number => Task.Run(async () =>
        {
            var key = number / 4 % 2 == 0 ? $"old-{number / 4}" : $"new-{number / 4}";
            return (key, (await silos[number % 2].ClaimAsync(
                new("s", key), new("print", $"id-{number}", IsComplete: false), Noon.AddDays(2), Cancellation)).Id);
        })));

        Assert.All(claims.GroupBy(claim => claim.key), same => Assert.Single(same.Select(claim => claim.Id).Distinct()));
        Assert.DoesNotContain("old", claims.Select(claim => claim.Id));
    }

    protected override async Task<IIdempotencyKeys> CreateAsync()
    {
        _database = await TestPostgres.CreateMigratedAsync(server);
        return new PostgresIdempotencyKeys(_database.Database);
    }

    protected override Task<long> CountAsync() => _database!.AskAsync<long>("SELECT count(*) FROM idempotency_key");
}
