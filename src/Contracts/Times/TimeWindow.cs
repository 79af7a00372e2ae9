using System.Globalization;
using System.Text.Json.Serialization;

namespace Canvass.Contracts.Times;

/// <summary>A span of time from a start to an end, both inclusive; a single instant if they are equal.</summary>
[Immutable, Alias("canvass.TimeWindow")]
public readonly record struct TimeWindow
{
    /// <summary>Creates a window.</summary>
    /// <exception cref="ArgumentException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    [JsonConstructor]
    public TimeWindow(DateTimeOffset from, DateTimeOffset to)
    {
        if (to < from)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"It ends ({to:O}) before it starts ({from:O}): swap 'from' and 'to'."), nameof(to));
        }

        From = from;
        To = to;
    }

    /// <summary>Its start.</summary>
    public DateTimeOffset From { get; }

    /// <summary>Its end, at or after <see cref="From"/>.</summary>
    public DateTimeOffset To { get; }
}
