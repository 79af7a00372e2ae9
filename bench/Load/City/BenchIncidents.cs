using System.Globalization;
using Canvass.Contracts.Cameras;
using Canvass.Geo.Positions;

namespace Canvass.Load.City;

/// <summary>Draws incidents where the city is: each near a camera, integrated or registered, and the same in every run.</summary>
internal static class BenchIncidents
{
    private const double GoldenAngleDeg = 137.50776405;
    private const double GoldenFraction = 0.6180339887498949;
    private const double FarthestM = 200;

    // Prime, so that the draw walks through all kinds of places however many cameras there are.
    private const int Stride = 7_919;

    /// <summary>So many incidents of one radius.</summary>
    /// <param name="cameras">The cameras of the city.</param>
    /// <param name="series">What their numbers begin with.</param>
    /// <param name="count">How many.</param>
    /// <param name="radiusM">The radius of their areas in metres.</param>
    public static IReadOnlyList<BenchIncident> Draw(IReadOnlyList<Camera> cameras, string series, int count, double radiusM) =>
        [.. Enumerable.Range(0, count).Select(i => new BenchIncident(
            $"{series}-{i.ToString(CultureInfo.InvariantCulture)}",
            Near(cameras[(int)((long)i * Stride % cameras.Count)].Position, i),
            radiusM))];

    private static LatLng Near(LatLng camera, int i)
    {
        var distanceM = FarthestM * Math.Sqrt(i * GoldenFraction % 1);
        var (sin, cos) = Math.SinCos(i * GoldenAngleDeg * Math.PI / 180);
        var position = new LocalPlane(camera).ToPosition(new(distanceM * sin, distanceM * cos));
        return new(Math.Round(position.LatDeg, 6), Math.Round(position.LngDeg, 6));
    }
}
