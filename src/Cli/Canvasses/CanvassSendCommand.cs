using System.CommandLine;
using Canvass.Cli.Commands;
using Canvass.Contracts.Keys;

namespace Canvass.Cli.Canvasses;

/// <summary><c>canvass canvasses send</c>.</summary>
internal static class CanvassSendCommand
{
    private static readonly Argument<CanvassKey> Canvass = ParsedSymbol.Canvass();

    /// <summary>Makes it.</summary>
    public static Command Create(Shell shell) => GridCommand.Create(
        shell, "send", "Send a drafted canvass: from here on its owners are asked, each once. Sending again changes nothing.", RunAsync, Canvass);

    private static async Task<int> RunAsync(GridCall call)
    {
        CanvassText.Print(call, await call.Client.Incidents.SendCanvassAsync(call.Parse.GetValue(Canvass)).ConfigureAwait(false));
        return ExitCode.Done;
    }
}
