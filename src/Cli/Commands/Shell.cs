using Canvass.Client;
using Canvass.Client.Connecting;
using Spectre.Console;

namespace Canvass.Cli.Commands;

/// <summary>What a command has around it: where it prints, its clock, and the way to a grid.</summary>
internal sealed class Shell
{
    // Tables of a redirected output are for files and pipes, which have no width to fit in.
    private const int RedirectedWidth = 160;

    /// <summary>Where results go.</summary>
    public required IAnsiConsole Out { get; init; }

    /// <summary>Where progress and errors go.</summary>
    public required IAnsiConsole Error { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Connects to a grid.</summary>
    public Func<CanvassClientOptions, CancellationToken, Task<CanvassClient>> Connect { get; init; } = CanvassClient.ConnectAsync;

    /// <summary>The shell of this process.</summary>
    public static Shell OfProcess() => new()
    {
        Out = Create(Console.Out, Console.IsOutputRedirected),
        Error = Create(Console.Error, Console.IsErrorRedirected),
    };

    /// <summary>Prints a result as it is: no wrapping, no markup.</summary>
    public void WriteLine(string text) => Out.Profile.Out.Writer.WriteLine(text);

    /// <summary>Prints an error as it is.</summary>
    public void WriteError(string text) => Error.Profile.Out.Writer.WriteLine(text);

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(writer) });
        if (redirected)
        {
            console.Profile.Width = RedirectedWidth;
        }

        return console;
    }
}
