using System.CommandLine;
using Canvass.Cli.Commands;
using Canvass.Cli.Output;

namespace Canvass.Cli.Outbox;

/// <summary><c>canvass outbox retry</c>.</summary>
internal static class OutboxRetryCommand
{
    private static readonly Argument<Guid?> Id = new("id")
    {
        Description = "The message's id, as 'canvass outbox list' shows it; all parked messages if left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Makes it.</summary>
    public static Command Create(Shell shell) => GridCommand.Create(shell, "retry", "Deliver parked messages again.", RunAsync, Id);

    private static async Task<int> RunAsync(GridCall call)
    {
        var count = await call.Client.Outbox.RetryAsync(call.Parse.GetValue(Id)).ConfigureAwait(false);
        call.Shell.WriteLine(DisplayText.Text($"{count} messages are delivered again."));
        return ExitCode.Done;
    }
}
