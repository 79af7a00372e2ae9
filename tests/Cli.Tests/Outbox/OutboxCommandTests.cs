using Canvass.Cli.Commands;
using Canvass.Cli.Tests.Grids;
using Canvass.Contracts.Outbox;

namespace Canvass.Cli.Tests.Outbox;

[Trait("Category", "Unit")]
public sealed class OutboxCommandTests
{
    private static readonly Guid Id = new("019a0000-0000-7000-8000-000000000001");
    private readonly StubbedShell _shell = new();

    [Fact]
    public async Task List_shows_what_failed_and_never_what_it_is_about()
    {
        _shell.Answers[nameof(IOutboxGrain.ListAsync)] = values =>
        {
            Assert.Equal([true, 5], values);
            return Task.FromResult<IReadOnlyList<OutboxEntry>>([new(Id, "canvass", Samples.Now, 40, "TimeoutException", IsParked: true)]);
        };

        Assert.Equal(ExitCode.Done, await _shell.RunAsync("outbox", "list", "--parked", "--limit", "5"));

        Assert.Equal($"{Id} to canvass, due 2026-03-04 12:00Z, 40 failed, last TimeoutException, parked\n1 messages.\n", _shell.Out);
    }

    [Fact]
    public async Task Retry_names_one_message_or_none_for_all()
    {
        var retried = new List<object?>();
        _shell.Answers[nameof(IOutboxGrain.RetryAsync)] = values =>
        {
            retried.Add(values[0]);
            return Task.FromResult(2);
        };

        Assert.Equal(ExitCode.Done, await _shell.RunAsync("outbox", "retry"));
        Assert.Equal(ExitCode.Done, await _shell.RunAsync("outbox", "retry", $"{Id}"));

        Assert.Equal([null, Id], retried);
        Assert.Contains("2 messages are delivered again.", _shell.Out, StringComparison.Ordinal);
    }
}
