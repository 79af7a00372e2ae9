using System.CommandLine;
using Canvass.Cli.Commands;
using Canvass.Cli.Output;
using Canvass.Contracts.Keys;

namespace Canvass.Cli.Watching;

/// <summary><c>canvass watch</c>.</summary>
internal static class WatchCommand
{
    private static readonly Argument<IncidentKey> Incident = ParsedSymbol.Incident();

    private static readonly Option<long> After = new("--after") { Description = "Only what came after this number; default all." };

    /// <summary>Makes it.</summary>
    public static Command Create(Shell shell) => GridCommand.Create(
        shell, "watch", "What happened to an incident, then what happens, until Ctrl-C.", RunAsync, Incident, After);

    private static async Task<int> RunAsync(GridCall call)
    {
        var events = call.Client.Incidents.WatchAsync(call.Parse.GetValue(Incident), call.Parse.GetValue(After), call.CancellationToken);
        await foreach (var happened in events.ConfigureAwait(false))
        {
            if (call.Json)
            {
                call.WriteJson(happened);
            }
            else
            {
                var canvass = happened.Canvass is { } ordinal ? DisplayText.Text($" {ordinal}") : "";
                call.Shell.WriteLine(DisplayText.Text($"{happened.Sequence,4}  {DisplayText.Time(happened.At)}  {DisplayText.Of(happened.Kind)}{canvass}"));
            }
        }

        return ExitCode.Done;
    }
}
