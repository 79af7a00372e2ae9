using System.Buffers.Text;
using System.Text;
using Canvass.Contracts.Refusals;

namespace Canvass.Grains.Grid;

/// <summary>The opaque text with which a list is continued.</summary>
internal static class Cursor
{
    /// <summary>The cursor of a place in a list.</summary>
    public static string Of(string place) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(place));

    /// <summary>The place of a cursor; null for no cursor.</summary>
    /// <exception cref="RefusedException">The text is no cursor.</exception>
    public static string? Read(string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        return Base64Url.IsValid(cursor) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)) : throw Wrong(cursor);
    }

    /// <summary>The refusal of a text that is none of a list's cursors.</summary>
    public static RefusedException Wrong(string? cursor)
    {
        var message = $"'{cursor}' is no cursor of this list: give the one that the page before answered, or none for the first page.";
        return new(RefusalKind.Invalid, message, new Dictionary<string, string[]> { ["cursor"] = [message] });
    }
}
