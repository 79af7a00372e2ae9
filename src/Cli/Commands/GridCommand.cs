using System.CommandLine;
using Canvass.Client.Connecting;

namespace Canvass.Cli.Commands;

/// <summary>Makes commands that connect to a grid.</summary>
internal static class GridCommand
{
    /// <summary>A command that connects, works, and tells failures in a line each.</summary>
    /// <param name="shell">What it has around it.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="description">What it does, for the help.</param>
    /// <param name="run">The work; answers an <see cref="ExitCode"/>.</param>
    /// <param name="symbols">Its options and arguments.</param>
    public static Command Create(
        Shell shell, string name, string description, Func<GridCall, Task<int>> run, params ReadOnlySpan<Symbol> symbols)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            switch (symbol)
            {
                case Option option:
                    command.Options.Add(option);
                    break;
                case Argument argument:
                    command.Arguments.Add(argument);
                    break;
            }
        }

        command.SetAction((parse, cancellationToken) =>
            FailureReport.RunAsync(shell, cancellationToken, () => RunAsync(shell, parse, run, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        Shell shell, ParseResult parse, Func<GridCall, Task<int>> run, CancellationToken cancellationToken)
    {
        var options = new CanvassClientOptions { Gateways = await GatewaysAsync(parse, cancellationToken).ConfigureAwait(false) };
        await using var client = await shell.Connect(options, cancellationToken).ConfigureAwait(false);
        return await run(new(shell, parse, client, cancellationToken)).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<System.Net.IPEndPoint>> GatewaysAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var gateways = new List<System.Net.IPEndPoint>();
        foreach (var text in parse.GetValue(ConnectionOptions.Gateway)!)
        {
            gateways.AddRange(await GatewayAddress.ResolveAsync(text, cancellationToken).ConfigureAwait(false));
        }

        return gateways;
    }
}
