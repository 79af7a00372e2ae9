using Canvass.Geo.Hexagons;
using Canvass.Geo.Positions;
using CsCheck;

namespace Canvass.Geo.Tests.Hexagons;

/// <summary>Random positions and cells.</summary>
internal static class Draw
{
    public static Gen<LatLng> Anywhere { get; } = Gen.Select(
        Gen.Double[-1, 1],
        Gen.Double[-180, 180],
        (sine, lng) => new LatLng(Math.Asin(sine) * (180 / Math.PI), lng));

    public static Gen<LatLng> NearPentagon { get; } = Gen.Select(
        Gen.Int[0, 11],
        Gen.Double[-4, 1],
        Gen.Double[0, 2 * Math.PI],
        (pentagon, exponent, angle) =>
        {
            var centre = H3Index.GetPentagons(0)[pentagon].CellToLatLng();
            var reach = Math.Pow(10, exponent);
            return new LatLng(centre.LatDeg + reach * Math.Sin(angle), centre.LngDeg + reach * Math.Cos(angle));
        });

    public static Gen<LatLng> Position { get; } = Gen.OneOf(Anywhere, NearPentagon);

    public static Gen<H3Index> Cell(int coarsest = 0, int finest = 15) =>
        Gen.Select(Position, Gen.Int[coarsest, finest], H3Index.LatLngToCell);

    /// <summary>The position at a distance in radians and an azimuth from another, by the sine and cosine rules.</summary>
    public static LatLng Move(LatLng from, double distance, double azimuth)
    {
        var (sin, cos) = Math.SinCos(from.LatDeg * (Math.PI / 180));
        var (sinD, cosD) = Math.SinCos(distance);
        var lat = Math.Asin(Math.Clamp(sin * cosD + cos * sinD * Math.Cos(azimuth), -1, 1));
        var lng = Math.Atan2(Math.Sin(azimuth) * sinD * cos, cosD - sin * Math.Sin(lat));
        return new LatLng(lat * (180 / Math.PI), from.LngDeg + lng * (180 / Math.PI));
    }
}
