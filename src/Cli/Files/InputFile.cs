using Canvass.Cli.Commands;

namespace Canvass.Cli.Files;

/// <summary>Opens the files that a command line names.</summary>
internal static class InputFile
{
    /// <summary>Opens a file for reading once.</summary>
    /// <exception cref="IOException">It is not there or cannot be read.</exception>
    public static CountingStream Open(string path) =>
        new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan));

    /// <summary>Where the refused rows of a file go.</summary>
    /// <param name="path">The file.</param>
    /// <param name="chosen">What the command line says; null for the default.</param>
    /// <exception cref="UsageException">The refused rows would overwrite the file.</exception>
    public static string RejectedPath(string path, string? chosen)
    {
        var rejected = chosen ?? path + ".rejected.ndjson";
        return Path.GetFullPath(rejected) == Path.GetFullPath(path)
            ? throw new UsageException("--rejected", $"'{rejected}' is the file itself: give another name.")
            : rejected;
    }
}
