using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Canvass.Contracts.Refusals;

namespace Canvass.Contracts.Times;

// A copy of TimeWindow whose ends may be missing or swapped, so that errors can be named by field.
/// <summary>A span of time.</summary>
public sealed record WindowBody
{
    /// <summary>Its start.</summary>
    [Required]
    public DateTimeOffset? From { get; init; }

    /// <summary>Its end, at or after its start.</summary>
    [Required]
    public DateTimeOffset? To { get; init; }

    /// <summary>The window; null if an end is missing or they are swapped, which is noted under the field.</summary>
    public TimeWindow? Read(string field, FieldErrors errors)
    {
        errors.Require(From is not null, $"{field}.from", "There is none: give the start of the window.");
        errors.Require(To is not null, $"{field}.to", "There is none: give the end of the window.");
        if (From is not { } from || To is not { } to)
        {
            return null;
        }

        if (to < from)
        {
            errors.Add(field, string.Create(CultureInfo.InvariantCulture,
                $"It ends ({to:O}) before it starts ({from:O}): swap 'from' and 'to'."));
            return null;
        }

        return new(from, to);
    }
}
