using System.CommandLine;
using Canvass.Cli.Commands;
using Canvass.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Canvass.Cli.Database;

/// <summary>Makes commands that work on the PostgreSQL database itself, beside the grid.</summary>
internal static class DatabaseCommand
{
    private const string Setting = "Canvass__Database";

    private static readonly Option<string?> Database = new("--database")
    {
        Description = $"The Npgsql connection string of the grid's PostgreSQL database; default the environment variable {Setting}.",
        HelpName = "connection-string",
    };

    /// <summary>A command that works and tells failures in a line each.</summary>
    /// <param name="shell">What it has around it.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="description">What it does, for the help.</param>
    /// <param name="run">The work; answers an <see cref="ExitCode"/>.</param>
    public static Command Create(
        Shell shell, string name, string description, Func<StorageSchema, ParseResult, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description) { Database };
        command.SetAction((parse, cancellationToken) =>
            FailureReport.RunAsync(shell, cancellationToken, () => RunAsync(parse, run, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parse, Func<StorageSchema, ParseResult, CancellationToken, Task<int>> run, CancellationToken cancellationToken)
    {
        var database = parse.GetValue(Database) ?? Environment.GetEnvironmentVariable(Setting);
        if (string.IsNullOrWhiteSpace(database))
        {
            throw new UsageException("--database", $"It is not given, and {Setting} is not set: give the connection string of the database.");
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Canvass:Database", database)]).Build();
        await using var services = new ServiceCollection().AddLogging().AddCanvassStorage(configuration).BuildServiceProvider();
        try
        {
            return await run(services.GetRequiredService<StorageSchema>(), parse, cancellationToken).ConfigureAwait(false);
        }
        catch (OptionsValidationException exception)
        {
            throw new UsageException("--database", exception.Message);
        }
    }
}
