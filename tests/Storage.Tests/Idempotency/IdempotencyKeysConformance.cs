using Canvass.Contracts.Idempotency;
using Canvass.Grains.Idempotency;

namespace Canvass.Storage.Tests.Idempotency;

/// <summary>What every table of idempotency keys does.</summary>
public abstract class IdempotencyKeysConformance : IAsyncLifetime
{
    protected static readonly DateTimeOffset Noon = new(2026, 5, 17, 12, 0, 0, TimeSpan.Zero);
    protected static readonly IdempotencyKey Key = new("POST /v1/cameras", "Ä'{🎥}\"");

    private IIdempotencyKeys? _keys;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IIdempotencyKeys Keys => _keys!;

    public async ValueTask InitializeAsync() => _keys = await CreateAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_first_claim_of_a_key_stands_and_every_other_learns_of_it()
    {
        Assert.Equal(new("print", "first", false), await ClaimAsync("first"));
        Assert.Equal(new("print", "first", false), await ClaimAsync("second"));
        Assert.Equal(new("print", "first", false), await ClaimAsync("third", fingerprint: "other"));
    }

    [Fact]
    public async Task A_completed_key_is_complete_for_every_other_claim()
    {
        await ClaimAsync("first");
        await Keys.CompleteAsync(Key, "first", Cancellation);
        await Keys.CompleteAsync(Key, "first", Cancellation);

        Assert.Equal(new("print", "first", true), await ClaimAsync("second"));
    }

    [Fact]
    public async Task Nothing_is_completed_that_was_not_claimed()
    {
        await Keys.CompleteAsync(Key, "first", Cancellation);
        Assert.False((await ClaimAsync("first")).IsComplete);

        await Keys.CompleteAsync(Key, "another", Cancellation);
        Assert.False((await ClaimAsync("first")).IsComplete);
    }

    [Fact]
    public async Task Keys_are_told_apart_by_scope_and_by_every_character()
    {
        IdempotencyKey[] keys = [Key, Key with { Scope = "POST /v1/others" }, new("s", "a"), new("s", "A"), new("s", "é"), new("s", "e\u0301")];

        for (var i = 0; i < keys.Length; i++)
        {
            Assert.Equal($"id-{i}", (await ClaimAsync($"id-{i}", keys[i])).Id);
        }

        Assert.Equal("id-0", (await ClaimAsync("again", keys[0])).Id);
    }

    [Fact]
    public async Task A_key_is_kept_for_a_day_and_then_free_again()
    {
        await ClaimAsync("first");
        await Keys.CompleteAsync(Key, "first", Cancellation);

        Assert.Equal(new("print", "first", true), await ClaimAsync("second", at: Noon + IdempotencyKey.Kept));
        var later = Noon + IdempotencyKey.Kept + TimeSpan.FromTicks(1);
        Assert.Equal(new("other", "second", false), await ClaimAsync("second", at: later, fingerprint: "other"));
        Assert.Equal(new("other", "second", false), await ClaimAsync("third", at: later));
    }

    [Fact]
    public async Task Old_keys_are_deleted_as_new_ones_come()
    {
        for (var i = 0; i < 150; i++)
        {
            await ClaimAsync($"id-{i}", new("s", $"old-{i}"), Noon.AddSeconds(i));
        }

        await ClaimAsync("new", at: Noon.AddDays(2));
        await ClaimAsync("new", at: Noon.AddDays(2));

        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Of_claims_of_one_key_at_once_one_stands()
    {
        var entries = await Task.WhenAll(Enumerable.Range(0, 32).Select(number => Task.Run(() => ClaimAsync($"id-{number}"))));

        Assert.Single(entries.Distinct());
    }

    protected abstract Task<IIdempotencyKeys> CreateAsync();

    /// <summary>How many keys there are.</summary>
    protected abstract Task<long> CountAsync();

    private Task<IdempotencyEntry> ClaimAsync(string id, IdempotencyKey? key = null, DateTimeOffset? at = null, string fingerprint = "print") =>
        Keys.ClaimAsync(key ?? Key, new(fingerprint, id, IsComplete: false), at ?? Noon, Cancellation);
}
