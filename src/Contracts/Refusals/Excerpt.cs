namespace Canvass.Contracts.Refusals;

/// <summary>Keeps messages about foreign input short: it may hold texts of any length.</summary>
public static class Excerpt
{
    private const int MaxValueLength = 80;
    private const int MaxMessageLength = 600;
    private const int MaxMessages = 40;

    /// <summary>A value as a message shows it: at most 80 characters, then '…'.</summary>
    public static string Of(string value) => Cut(value, MaxValueLength);

    /// <summary>Errors by field: of each field at most 40 messages, each of at most 600 characters.</summary>
    public static Dictionary<string, string[]> Of(FieldErrors errors) => errors.ToDictionary().ToDictionary(
        pair => pair.Key,
        pair => pair.Value.Take(MaxMessages).Select(message => Cut(message, MaxMessageLength)).ToArray(),
        StringComparer.Ordinal);

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        // Half of a surrogate pair would be no text.
        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
