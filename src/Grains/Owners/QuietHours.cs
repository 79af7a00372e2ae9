using System.Globalization;

namespace Canvass.Grains.Owners;

/// <summary>The hours of the day, by local time, in which nothing is delivered to owners; they may run past midnight.</summary>
/// <param name="From">Their start, inclusive.</param>
/// <param name="To">Their end, exclusive; equal to <paramref name="From"/>: there are none.</param>
public readonly record struct QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Reads <c>21:00-08:00</c>, or <c>none</c>.</summary>
    public static bool TryParse(string? text, out QuietHours hours)
    {
        hours = default;
        if (text == "none")
        {
            return true;
        }

        var parts = text?.Split('-') ?? [];
        if (parts.Length != 2 || !TryTime(parts[0], out var from) || !TryTime(parts[1], out var to))
        {
            return false;
        }

        hours = new(from, to);
        return true;
    }

    /// <summary>The earliest moment at or after a given one that is not in quiet hours.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="zone">The city's time zone.</param>
    public DateTimeOffset NextOutside(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var time = TimeOnly.FromDateTime(local.DateTime);
        if (From == To || !time.IsBetween(From, To))
        {
            return moment;
        }

        var day = DateOnly.FromDateTime(local.DateTime);
        var end = (time < To ? day : day.AddDays(1)).ToDateTime(To);
        if (zone.IsInvalidTime(end))
        {
            // The clock skips this time of the day when summer time begins.
            end = end.AddHours(1);
        }

        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }

    /// <inheritdoc/>
    public override string ToString() => From == To ? "none" : string.Create(CultureInfo.InvariantCulture, $"{From:HH:mm}-{To:HH:mm}");

    private static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
