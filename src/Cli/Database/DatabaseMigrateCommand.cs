using System.CommandLine;
using System.Text.Json;
using Canvass.Cli.Commands;
using Canvass.Contracts.Json;
using Canvass.Storage;

namespace Canvass.Cli.Database;

/// <summary><c>canvass db migrate</c>.</summary>
internal static class DatabaseMigrateCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create(Shell shell) => DatabaseCommand.Create(
        shell,
        "migrate",
        "Bring the database to the schema of this version: all steps that are missing, or none. Running it again changes nothing. Silos do it "
        + "by themselves at their start, where their user may create tables.",
        (schema, parse, cancellationToken) => RunAsync(shell, schema, parse, cancellationToken));

    private static async Task<int> RunAsync(Shell shell, StorageSchema schema, ParseResult parse, CancellationToken cancellationToken)
    {
        var taken = await schema.MigrateAsync(cancellationToken).ConfigureAwait(false);
        if (parse.GetValue(ConnectionOptions.Json))
        {
            shell.WriteLine(JsonSerializer.Serialize(new { applied = taken }, GridJson.Options));
            return ExitCode.Done;
        }

        foreach (var step in taken)
        {
            shell.WriteLine($"applied {step}");
        }

        shell.WriteLine("The database has the schema of this version.");
        return ExitCode.Done;
    }
}
