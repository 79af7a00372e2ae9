using Canvass.Contracts.Refusals;
using Canvass.Storage;

namespace Canvass.Cli.Commands;

/// <summary>Tells failures as people can use them: a line for each thing that is wrong, and what to do.</summary>
internal static class FailureReport
{
    /// <summary>Runs a command; answers its exit code, or tells its failure.</summary>
    public static async Task<int> RunAsync(Shell shell, CancellationToken cancellationToken, Func<Task<int>> run)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (UsageException exception)
        {
            Write(shell, exception.Field, exception.Message);
            return ExitCode.Usage;
        }
        catch (RefusedException exception)
        {
            WriteRefusal(shell, exception);
        }
        catch (TimeoutException exception)
        {
            Write(shell, "the grid", exception.Message);
        }
        catch (GridUnavailableException exception)
        {
            Write(shell, "the grid", exception.Message);
        }
        catch (StorageException exception)
        {
            Write(shell, "the database", exception.Message);
        }
        catch (OrleansException exception)
        {
            Write(shell, "the grid", $"The connection failed ({exception.Message}): check that the silo runs, then repeat the command.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Write(shell, "the file", exception.Message);
        }

        return ExitCode.Failed;
    }

    private static void WriteRefusal(Shell shell, RefusedException exception)
    {
        if (exception.Errors.Count == 0)
        {
            shell.WriteError($"refused: {exception.Message}");
        }

        foreach (var (field, messages) in exception.Errors)
        {
            shell.WriteError($"refused: {field}: {string.Join(' ', messages)}");
        }
    }

    private static void Write(Shell shell, string subject, string message) => shell.WriteError($"error: {subject}: {message}");
}
