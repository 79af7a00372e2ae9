namespace Canvass.Contracts.Keys;

/// <summary>What every identifier from outside must look like: 1 to 128 visible characters, no blank, no control character.</summary>
public static class Identifier
{
    /// <summary>The longest identifier that is accepted, in UTF-16 characters.</summary>
    public const int MaxLength = 128;

    /// <summary>Whether the text can be an identifier.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > MaxLength)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsControl(c) || char.IsWhiteSpace(c))
            {
                return false;
            }

            if (char.IsSurrogate(c))
            {
                if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[++i]))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
