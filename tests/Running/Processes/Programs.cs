using System.Diagnostics;

namespace Canvass.Running.Processes;

/// <summary>Other programs, run to their end.</summary>
public static class Programs
{
    /// <summary>Runs a program.</summary>
    /// <param name="folder">The folder that it runs in; null: ours.</param>
    /// <param name="program">Its path, or its name on the path.</param>
    /// <param name="arguments">Its command line.</param>
    /// <exception cref="InvalidOperationException">It failed; what it printed is in the message.</exception>
    public static async Task RunAsync(string? folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",

            // A build's helpers that stay behind would keep the output open.
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}\n{await errors}");
        }
    }
}
