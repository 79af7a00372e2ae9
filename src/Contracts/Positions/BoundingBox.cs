using System.Globalization;
using System.Text.Json.Serialization;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Positions;

namespace Canvass.Contracts.Positions;

/// <summary>A box of longitudes and latitudes in WGS 84 degrees, rim included. If <see cref="West"/> is greater than <see cref="East"/>, the
/// box crosses the antimeridian (RFC 7946, section 5.2).</summary>
[Immutable, Alias("canvass.BoundingBox")]
public readonly record struct BoundingBox
{
    /// <summary>Creates a box.</summary>
    /// <exception cref="ArgumentException">A side is out of range, or <paramref name="south"/> is over <paramref name="north"/>.</exception>
    [JsonConstructor]
    public BoundingBox(double west, double south, double east, double north)
    {
        if (!IsInRange(west, south, east, north) || south > north)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"[{west}, {south}, {east}, {north}] is no box: give [west, south, east, north] in degrees, south at most north."));
        }

        (West, South, East, North) = (west, south, east, north);
    }

    /// <summary>Western longitude, −180 to 180.</summary>
    public double West { get; }

    /// <summary>Southern latitude, −90 to 90, at most <see cref="North"/>.</summary>
    public double South { get; }

    /// <summary>Eastern longitude, −180 to 180.</summary>
    public double East { get; }

    /// <summary>Northern latitude, −90 to 90.</summary>
    public double North { get; }

    /// <summary>Reads a box as people write it: <c>west,south,east,north</c> in degrees.</summary>
    /// <exception cref="FormatException">The text is no such box; the message says what is wrong and what to do.</exception>
    public static BoundingBox Parse(string text)
    {
        var sides = new double[4];
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        var isRead = parts.Length == sides.Length;
        for (var i = 0; isRead && i < sides.Length; i++)
        {
            isRead = double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out sides[i]);
        }

        if (!isRead || !IsInRange(sides[0], sides[1], sides[2], sides[3]))
        {
            throw new FormatException(
                $"'{Excerpt.Of(text)}' is no box: give 'west,south,east,north' in degrees, -180 to 180 and -90 to 90, for example -84.40,33.74,-84.37,33.77.");
        }

        return sides[1] <= sides[3]
            ? new(sides[0], sides[1], sides[2], sides[3])
            : throw new FormatException($"'{Excerpt.Of(text)}' has its south over its north: swap them.");
    }

    /// <summary>Whether a position lies in the box, rim included.</summary>
    public bool Contains(LatLng position) =>
        position.LatDeg >= South && position.LatDeg <= North
        && (West <= East
            ? position.LngDeg >= West && position.LngDeg <= East
            : position.LngDeg >= West || position.LngDeg <= East);

    private static bool IsInRange(double west, double south, double east, double north) =>
        west is >= -180 and <= 180 && east is >= -180 and <= 180 && south is >= -90 and <= 90 && north is >= -90 and <= 90;
}
