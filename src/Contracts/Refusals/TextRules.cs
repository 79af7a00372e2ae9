using Canvass.Contracts.Keys;

namespace Canvass.Contracts.Refusals;

/// <summary>What the grid demands of texts.</summary>
public static class TextRules
{
    /// <summary>Notes an error where an optional identifier is given and malformed.</summary>
    public static void CheckIdentifier(string? text, string field, FieldErrors errors) =>
        errors.Require(text is null || Identifier.IsValid(text), field,
            $"'{text}' is not an identifier: give 1 to {Identifier.MaxLength} visible characters without blanks, or leave it out.");

    /// <summary>Notes an error where an optional text is longer than allowed, or holds control characters: some databases refuse them, and
    /// terminals obey them.</summary>
    public static void CheckLength(string? text, int most, string field, FieldErrors errors)
    {
        errors.Require(text is null || text.Length <= most, field, $"{text?.Length} characters are too many: give at most {most}.");
        errors.Require(text is null || !text.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r')), field,
            "It holds control characters: leave them out.");
    }
}
