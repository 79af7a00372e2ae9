namespace Canvass.Cli.Commands;

/// <summary>What <c>canvass</c> answers the shell with.</summary>
internal static class ExitCode
{
    /// <summary>Done. An import that refused rows is done, too: it says how many, and names them in a file.</summary>
    public const int Done = 0;

    /// <summary>Not done: a file could not be read, the grid was not reached, or it refused.</summary>
    public const int Failed = 1;

    /// <summary>The command line itself is wrong; nothing was tried.</summary>
    public const int Usage = 2;

    /// <summary>Answered, and the answer is that something is yet to be done: a step of the database's schema.</summary>
    public const int Pending = 3;

    /// <summary>Broken off with Ctrl-C.</summary>
    public const int Interrupted = 130;
}
