using Canvass.Contracts.Refusals;

namespace Canvass.Client.Files;

/// <summary>Keeps what is said about a row short: a file may hold texts of any length where an id should be.</summary>
internal static class RowText
{
    private const int MostShown = 80;
    private const int MostSaid = 600;
    private const int MostMessages = 40;

    /// <summary>A value as it is shown in a message.</summary>
    public static string Shown(string text) => Cut(text, MostShown);

    /// <summary>The errors of a row, at bearable length.</summary>
    public static Dictionary<string, string[]> Errors(params ReadOnlySpan<FieldErrors> sources)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            foreach (var (field, messages) in source.ToDictionary())
            {
                var added = messages.Take(MostMessages).Select(message => Cut(message, MostSaid));
                errors[field] = errors.TryGetValue(field, out var known) ? [.. known, .. added] : [.. added];
            }
        }

        return errors;
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
