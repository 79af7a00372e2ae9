using System.CommandLine;
using Canvass.Cli.Cameras;
using Canvass.Cli.Canvasses;
using Canvass.Cli.Commands;
using Canvass.Cli.Coverage;
using Canvass.Cli.Database;
using Canvass.Cli.Demo;
using Canvass.Cli.Incidents;
using Canvass.Cli.Outbox;
using Canvass.Cli.Watching;

namespace Canvass.Cli;

/// <summary>The command line <c>canvass</c>.</summary>
internal static class CanvassCommandLine
{
    // System.CommandLine allows no command of the program's own name, so 'canvass canvass draft' is read as 'canvass canvasses draft', and
    // so is 'canvass draft'.
    private const string Program = "canvass";
    private const string Canvasses = "canvasses";

    /// <summary>All commands.</summary>
    public static RootCommand Create(Shell shell) => new("Canvass, a virtual camera grid for cities: import, report, ask, watch.")
    {
        ConnectionOptions.Gateway,
        ConnectionOptions.Json,
        new Command("cameras", "The cameras of the grid.") { CameraImportCommand.Create(shell), CameraListCommand.Create(shell) },
        new Command("incidents", "The incidents of the grid.")
        {
            IncidentPostCommand.Create(shell), IncidentImportCommand.Create(shell), IncidentListCommand.Create(shell),
        },
        CoverageCommand.Create(shell),
        new Command(Canvasses, "The asking of owners about an incident.")
        {
            CanvassDraftCommand.Create(shell), CanvassSendCommand.Create(shell), CanvassShowCommand.Create(shell),
        },
        WatchCommand.Create(shell),
        new Command("db", "The grid's PostgreSQL database itself.") { DatabaseMigrateCommand.Create(shell), DatabaseStatusCommand.Create(shell) },
        new Command("outbox", "Messages that the grid has not delivered yet, for operators.") { OutboxListCommand.Create(shell), OutboxRetryCommand.Create(shell) },
        DemoCommand.Create(shell),
    };

    /// <summary>Does what the arguments say.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, Shell shell, CancellationToken cancellationToken = default)
    {
        var parse = Create(shell).Parse(arguments switch
        {
            [Program, .. var rest] => [Canvasses, .. rest],
            ["draft" or "send" or "show", ..] => [Canvasses, .. arguments],
            _ => arguments,
        });
        if (parse.Errors.Count > 0)
        {
            foreach (var error in parse.Errors)
            {
                shell.WriteError($"error: {error.Message}");
            }

            shell.WriteError("Say 'canvass --help', or '--help' after a command, for what there is.");
            return ExitCode.Usage;
        }

        var configuration = new InvocationConfiguration
        {
            Output = shell.Out.Profile.Out.Writer,
            Error = shell.Error.Profile.Out.Writer,
            EnableDefaultExceptionHandler = false,
        };
        return await parse.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
    }
}
