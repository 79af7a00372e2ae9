using System.CommandLine;
using Canvass.Cli.Commands;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;

namespace Canvass.Cli.Canvasses;

/// <summary><c>canvass canvasses show</c>.</summary>
internal static class CanvassShowCommand
{
    private static readonly Argument<CanvassKey> Canvass = ParsedSymbol.Canvass();

    /// <summary>Makes it.</summary>
    public static Command Create(Shell shell) => GridCommand.Create(shell, "show", "How a canvass stands.", RunAsync, Canvass);

    private static async Task<int> RunAsync(GridCall call)
    {
        var key = call.Parse.GetValue(Canvass);
        var canvass = await call.Client.Incidents.GetCanvassAsync(key).ConfigureAwait(false)
            ?? throw new RefusedException(RefusalKind.NotFound, $"There is no canvass {key.Id}: draft one with 'canvass canvasses draft'.");
        CanvassText.Print(call, canvass);
        return ExitCode.Done;
    }
}
