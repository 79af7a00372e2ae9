using System.CommandLine;
using Canvass.Cli.Commands;
using Canvass.Contracts.Keys;

namespace Canvass.Cli.Canvasses;

/// <summary><c>canvass canvasses draft</c>.</summary>
internal static class CanvassDraftCommand
{
    private static readonly Argument<IncidentKey> Incident = ParsedSymbol.Incident();

    private static readonly Option<string> Reason = new("--reason")
    {
        Description = "The reason's code, from the list that the agency publishes.",
        Required = true,
    };

    private static readonly Option<string?> Note = new("--note") { Description = "For the colleagues and the log." };

    private static readonly Option<string?> CommandId = new("--command-id")
    {
        Description = "Names this draft, so that repeating the command answers the same draft.",
    };

    /// <summary>Makes it.</summary>
    public static Command Create(Shell shell) => GridCommand.Create(
        shell, "draft", "Draft a canvass for review; asks nobody.", RunAsync, Incident, Reason, Note, CommandId);

    private static async Task<int> RunAsync(GridCall call)
    {
        var canvass = await call.Client.Incidents.DraftCanvassAsync(
            call.Parse.GetValue(Incident),
            new(call.Parse.GetRequiredValue(Reason), call.Parse.GetValue(Note), call.Parse.GetValue(CommandId))).ConfigureAwait(false);
        CanvassText.Print(call, canvass);
        return ExitCode.Done;
    }
}
