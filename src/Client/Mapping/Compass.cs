namespace Canvass.Client.Mapping;

/// <summary>The sixteen points of the compass.</summary>
internal static class Compass
{
    private const double DegreesAPoint = 22.5;

    private static readonly string[] Points =
        ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"];

    /// <summary>Reads a point, in letters of either case, as degrees clockwise from north.</summary>
    public static bool TryParse(string text, out double bearingDeg)
    {
        var point = Array.FindIndex(Points, candidate => candidate.Equals(text, StringComparison.OrdinalIgnoreCase));
        bearingDeg = point * DegreesAPoint;
        return point >= 0;
    }
}
