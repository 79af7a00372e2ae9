using Canvass.Contracts.Cameras;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Times;

namespace Canvass.Grains.Registry;

/// <summary>Whether a camera's footage of a window still exists.</summary>
internal static class FootageRule
{
    /// <summary>Footage that is overwritten within this time is expiring.</summary>
    public static readonly TimeSpan Expiring = TimeSpan.FromHours(24);

    /// <summary>What is left of the footage at a moment.</summary>
    public static Footage Judge(TimeWindow window, TimeSpan retention, IReadOnlyList<Outage> outages, DateTimeOffset now)
    {
        // A source may name any window, the end of the calendar too.
        var overwrittenAt = window.From > DateTimeOffset.MaxValue - retention ? DateTimeOffset.MaxValue : window.From + retention;
        return new(StateOf(window, outages, overwrittenAt, now), overwrittenAt);
    }

    private static FootageState StateOf(
        TimeWindow window, IReadOnlyList<Outage> outages, DateTimeOffset overwrittenAt, DateTimeOffset now)
    {
        if (overwrittenAt <= now)
        {
            return FootageState.Overwritten;
        }

        // What a window that has not ended holds is what has been recorded by now.
        var until = window.To < now ? window.To : now;
        if (window.From > now || outages.Any(outage => outage.From <= window.From && (outage.To is not { } end || end >= until)))
        {
            return FootageState.Gap;
        }

        return overwrittenAt - now <= Expiring ? FootageState.Expiring : FootageState.Available;
    }
}
