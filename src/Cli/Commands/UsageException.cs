namespace Canvass.Cli.Commands;

/// <summary>A value of the command line or of a file that it names cannot be used.</summary>
/// <param name="field">The option, argument or field.</param>
/// <param name="message">What is wrong, with which value, and what to do.</param>
internal sealed class UsageException(string field, string message) : Exception(message)
{
    /// <summary>The option, argument or field.</summary>
    public string Field { get; } = field;
}
