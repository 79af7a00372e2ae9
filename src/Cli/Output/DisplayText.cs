using System.Globalization;
using System.Text.Json;

namespace Canvass.Cli.Output;

/// <summary>Writes values as people read them in tables.</summary>
internal static class DisplayText
{
    /// <summary>A moment, to the minute, in UTC.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    /// <summary>The word that the API uses for an enumeration's value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>A text with numbers, the same in every country.</summary>
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
