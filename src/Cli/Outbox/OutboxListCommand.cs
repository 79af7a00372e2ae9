using System.CommandLine;
using Canvass.Cli.Commands;
using Canvass.Cli.Output;

namespace Canvass.Cli.Outbox;

/// <summary><c>canvass outbox list</c>.</summary>
internal static class OutboxListCommand
{
    private static readonly Option<bool> Parked = new("--parked") { Description = "Only messages that failed so often that they wait for an operator." };

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "How many at most, 1 to 1000.",
        DefaultValueFactory = _ => 100,
    };

    /// <summary>Makes it.</summary>
    public static Command Create(Shell shell) => GridCommand.Create(
        shell, "list", "List messages that are not delivered yet, those that failed most first.", RunAsync, Parked, Limit);

    private static async Task<int> RunAsync(GridCall call)
    {
        var messages = await call.Client.Outbox.ListAsync(call.Parse.GetValue(Parked), call.Parse.GetValue(Limit)).ConfigureAwait(false);
        if (call.Json)
        {
            call.WriteJson(messages);
            return ExitCode.Done;
        }

        foreach (var message in messages)
        {
            call.Shell.WriteLine(DisplayText.Text(
                $"{message.Id} to {message.Destination}, due {DisplayText.Time(message.NotBefore)}, {message.Attempts} failed{Failure(message.LastError, message.IsParked)}"));
        }

        call.Shell.WriteLine(DisplayText.Text($"{messages.Count} messages."));
        return ExitCode.Done;
    }

    private static string Failure(string? error, bool isParked) => (error is null ? "" : $", last {error}") + (isParked ? ", parked" : "");
}
