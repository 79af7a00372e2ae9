using Canvass.Contracts.Idempotency;
using Canvass.Contracts.Refusals;
using Canvass.Grains.Tests.Running;

namespace Canvass.Grains.Tests.Idempotency;

[Trait("Category", "Cluster")]
public sealed class IdempotencyTests : IAsyncLifetime
{
    private static readonly IdempotencyKey Key = new("POST /v1/cameras", "job-17");
    private TestGrid _grid = null!;

    public async ValueTask InitializeAsync() => _grid = await TestGrid.StartAsync();

    public ValueTask DisposeAsync() => _grid.DisposeAsync();

    [Fact]
    public async Task A_repeat_creates_nothing_and_answers_the_first_id()
    {
        var created = new List<string>();

        Assert.Equal("first", await CreateAsync("first", created));
        Assert.Equal("first", await CreateAsync("second", created));

        Assert.Equal(["first"], created);
    }

    /// <summary>As after a crash between the two.</summary>
    [Fact]
    public async Task What_was_not_seen_to_be_created_is_created_again_under_the_same_id()
    {
        await Assert.ThrowsAsync<IOException>(() => _grid.Client.Idempotency.CreateOnceAsync(
            Key, "print", "first", _ => throw new IOException("The process ends here.")));
        var created = new List<string>();

        Assert.Equal("first", await CreateAsync("second", created));

        Assert.Equal(["first"], created);
    }

    [Fact]
    public async Task A_key_with_another_content_is_refused_by_name_and_creates_nothing()
    {
        var created = new List<string>();
        await CreateAsync("first", created);

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => CreateAsync("second", created, "another print"));

        Assert.Equal(RefusalKind.Forbidden, refusal.Kind);
        Assert.Contains("'job-17' was used with another body", refusal.Errors["Idempotency-Key"][0], StringComparison.Ordinal);
        Assert.Equal(["first"], created);
    }

    [Fact]
    public async Task A_key_is_free_again_after_a_day()
    {
        var created = new List<string>();
        await CreateAsync("first", created);
        _grid.Time.Advance(IdempotencyKey.Kept + TimeSpan.FromMinutes(1));

        Assert.Equal("second", await CreateAsync("second", created, "another print"));
    }

    private Task<string> CreateAsync(string proposed, List<string> created, string fingerprint = "print") =>
        _grid.Client.Idempotency.CreateOnceAsync(Key, fingerprint, proposed, id =>
        {
            created.Add(id);
            return Task.CompletedTask;
        });
}
