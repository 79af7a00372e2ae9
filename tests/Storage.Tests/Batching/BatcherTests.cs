using Canvass.Contracts.Refusals;
using Canvass.Storage.Batching;
using Canvass.Storage.Tests.Fixtures;

namespace Canvass.Storage.Tests.Batching;

[Trait("Category", "Unit")]
public sealed class BatcherTests : IDisposable
{
    private readonly TestMeter _meter = new();
    private readonly SteppedWriter _writer = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _meter.Dispose();

    [Fact]
    public async Task The_first_item_goes_at_once_and_what_gathers_meanwhile_goes_together()
    {
        await using var batcher = Create();
        var first = batcher.SubmitAsync(1, Cancellation);
        await _writer.BegunAsync(1);
        var others = new[] { 2, 3, 4 }.Select(item => batcher.SubmitAsync(item, Cancellation)).ToArray();

        Assert.Equal([[1]], _writer.Batches);
        Assert.DoesNotContain(others, other => other.IsCompleted);
        _writer.Finish();
        Assert.Equal(10, await first);
        await _writer.BegunAsync(2);
        Assert.Equal([[1], [2, 3, 4]], _writer.Batches);
        _writer.Finish();
        var results = await Task.WhenAll(others);
        Assert.Equal([20, 30, 40], results);
    }

    [Fact]
    public async Task A_batch_holds_no_more_than_it_may()
    {
        await using var batcher = Create(new() { BatchSize = 3, MaxConcurrentBatches = 1 }, item => item == 5 ? 9 : 1);
        var first = batcher.SubmitAsync(0, Cancellation);
        await _writer.BegunAsync(1);
        var others = Enumerable.Range(1, 6).Select(item => batcher.SubmitAsync(item, Cancellation)).ToArray();

        await _writer.FinishAllAsync([first, .. others]);

        Assert.Equal([[0], [1, 2, 3], [4], [5], [6]], _writer.Batches);
    }

    [Fact]
    public async Task Items_of_one_row_go_one_after_the_other_however_many_batches_are_under_way()
    {
        await using var batcher = Create(new() { MaxConcurrentBatches = 3 }, row: item => item % 10);
        Task<int>[] writes = [.. new[] { 1, 11, 2, 21, 12 }.Select(item => batcher.SubmitAsync(item, Cancellation))];

        await _writer.FinishAllAsync(writes);

        Assert.All(_writer.Batches, batch => Assert.Equal(batch.Select(item => item % 10).Distinct().Count(), batch.Count));
        Assert.False(_writer.WroteOneRowTwiceAtATime);
        Assert.Equal([1, 11, 21], _writer.Batches.SelectMany(batch => batch).Where(item => item % 10 == 1));
    }

    [Fact]
    public async Task Of_a_batch_that_one_item_spoils_the_others_are_written()
    {
        _writer.Spoils = item => item == 3 ? new ArgumentException("3") : null;
        await using var batcher = Create();
        var first = batcher.SubmitAsync(0, Cancellation);
        await _writer.BegunAsync(1);
        var others = Enumerable.Range(1, 5).Select(item => batcher.SubmitAsync(item, Cancellation)).ToArray();

        await _writer.FinishAllAsync([first, .. others]);

        Assert.Equal("3", (await Assert.ThrowsAsync<ArgumentException>(() => others[2])).Message);
        var results = await Task.WhenAll(others.Where(other => other != others[2]));
        Assert.Equal([10, 20, 40, 50], results);
    }

    [Fact]
    public async Task Of_a_batch_that_the_database_did_not_take_everybody_is_told_and_nothing_is_tried_again()
    {
        _writer.Spoils = item => item > 0 ? new StorageException("away") : null;
        await using var batcher = Create();
        var first = batcher.SubmitAsync(0, Cancellation);
        await _writer.BegunAsync(1);
        var others = Enumerable.Range(1, 3).Select(item => batcher.SubmitAsync(item, Cancellation)).ToArray();

        await _writer.FinishAllAsync([first, .. others]);

        foreach (var other in others)
        {
            Assert.Equal("away", (await Assert.ThrowsAsync<StorageException>(() => other)).Message);
        }

        Assert.Equal(2, _writer.Batches.Count);
    }

    [Fact]
    public async Task Who_gives_up_before_the_batch_begins_is_not_written_and_costs_nobody_else_anything()
    {
        using var caller = new CancellationTokenSource();
        await using var batcher = Create();
        var first = batcher.SubmitAsync(1, Cancellation);
        await _writer.BegunAsync(1);
        var (left, stays) = (batcher.SubmitAsync(2, caller.Token), batcher.SubmitAsync(3, Cancellation));

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        await _writer.FinishAllAsync([first, stays]);
        Assert.Equal([[1], [3]], _writer.Batches);
    }

    [Fact]
    public async Task Who_gives_up_while_the_batch_is_under_way_does_not_wait_and_costs_nobody_else_anything()
    {
        using var caller = new CancellationTokenSource();
        await using var batcher = Create();
        var first = batcher.SubmitAsync(1, Cancellation);
        await _writer.BegunAsync(1);
        var (leaves, stays) = (batcher.SubmitAsync(2, caller.Token), batcher.SubmitAsync(3, Cancellation));
        _writer.Finish();
        await _writer.BegunAsync(2);

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaves);
        _writer.Finish();
        Assert.Equal((10, 30), (await first, await stays));
        Assert.Equal([[1], [2, 3]], _writer.Batches);
    }

    [Fact]
    public async Task What_would_wait_behind_too_many_is_refused()
    {
        await using var batcher = Create(new() { MaxConcurrentBatches = 1, Capacity = 2 });
        var first = batcher.SubmitAsync(1, Cancellation);
        await _writer.BegunAsync(1);
        Task<int>[] waiting = [batcher.SubmitAsync(2, Cancellation), batcher.SubmitAsync(3, Cancellation)];

        var refusal = await Assert.ThrowsAsync<GridUnavailableException>(() => batcher.SubmitAsync(4, Cancellation));

        Assert.False(refusal.IsOutOfRoom);
        await _writer.FinishAllAsync([first, .. waiting]);
    }

    [Fact]
    public async Task Disposal_finishes_what_was_taken_in_and_takes_in_nothing_more()
    {
        var batcher = Create();
        Task<int>[] writes = [batcher.SubmitAsync(1, Cancellation), batcher.SubmitAsync(2, Cancellation)];
        await _writer.BegunAsync(1);

        var disposal = batcher.DisposeAsync().AsTask();

        Assert.False(disposal.IsCompleted);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => batcher.SubmitAsync(3, Cancellation));
        await _writer.FinishAllAsync([.. writes, disposal]);
        Assert.Equal([1, 2], _writer.Batches.SelectMany(batch => batch));
    }

    private Batcher<int, int> Create(BatcherOptions? options = null, Func<int, int>? size = null, Func<int, object>? row = null) => new(
        new(_writer.WriteAsync) { Size = size ?? (_ => 1), Row = row, IsOfAnItem = exception => exception is ArgumentException },
        options ?? new() { MaxConcurrentBatches = 1 }, _meter.Meter, TimeProvider.System);
}
