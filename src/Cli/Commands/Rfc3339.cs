using NodaTime.Text;

namespace Canvass.Cli.Commands;

/// <summary>Reads times of the command line.</summary>
internal static class Rfc3339
{
    /// <summary>Reads an RFC 3339 time with an offset.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static DateTimeOffset Read(string text) => OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true, Value: var time }
        ? time.ToInstant().ToDateTimeOffset()
        : throw new FormatException($"'{text}' is not an RFC 3339 time with an offset: give for example 2026-01-31T23:59:59Z.");
}
