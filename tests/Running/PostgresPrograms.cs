using System.Diagnostics;

namespace Canvass.Running;

/// <summary>Runs PostgreSQL's own programs, as a user whom they accept: they refuse to run as root.</summary>
public static class PostgresPrograms
{
    private const string Versions = "/usr/lib/postgresql";

    private static IEnumerable<string> Folders =>
    [
        .. Directory.Exists(Versions) ? Directory.GetDirectories(Versions).Order().Select(version => Path.Combine(version, "bin")) : [],
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries),
    ];

    private static readonly string UserOfRoot =
        Environment.IsPrivilegedProcess && File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal))
            ? "postgres"
            : "nobody";

    /// <summary>The path of a program.</summary>
    /// <exception cref="FileNotFoundException">It is neither where Debian puts it nor on the path.</exception>
    public static string Find(string program) =>
        Folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException($"'{program}' is not on this machine: install PostgreSQL 15 or later (Debian: postgresql-15).");

    /// <summary>Runs a program to its end: broken off, it might leave a server behind.</summary>
    /// <returns>What it printed, trimmed.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        string[] user = Environment.IsPrivilegedProcess ? ["runuser", "-u", UserOfRoot, "--"] : [];
        string[] words = [.. user, program, .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output.Trim()
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}");
    }
}
