using System.CommandLine;
using System.Text.Json;
using Canvass.Cli.Commands;
using Canvass.Contracts.Json;
using Canvass.Storage;

namespace Canvass.Cli.Database;

/// <summary><c>canvass db status</c>.</summary>
internal static class DatabaseStatusCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create(Shell shell) => DatabaseCommand.Create(
        shell,
        "status",
        $"Which steps of the schema the database has taken, and which are pending. Changes nothing. The exit code is {ExitCode.Pending} where a "
        + "step is pending.",
        (schema, parse, cancellationToken) => RunAsync(shell, schema, parse, cancellationToken));

    private static async Task<int> RunAsync(Shell shell, StorageSchema schema, ParseResult parse, CancellationToken cancellationToken)
    {
        var status = await schema.StatusAsync(cancellationToken).ConfigureAwait(false);
        if (parse.GetValue(ConnectionOptions.Json))
        {
            shell.WriteLine(JsonSerializer.Serialize(status, GridJson.Options));
        }
        else
        {
            Write(shell, "applied", status.Applied);
            Write(shell, "pending", status.Pending);
        }

        return status.Pending.Count == 0 ? ExitCode.Done : ExitCode.Pending;
    }

    private static void Write(Shell shell, string word, IReadOnlyList<string> steps)
    {
        foreach (var step in steps)
        {
            shell.WriteLine($"{word} {step}");
        }
    }
}
