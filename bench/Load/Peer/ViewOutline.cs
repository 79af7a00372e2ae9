using System.Globalization;
using Canvass.Contracts.Cameras;
using Canvass.Geo.Positions;

namespace Canvass.Load.Peer;

/// <summary>Draws a camera's view as the polygon by which a spatial database knows it.</summary>
internal static class ViewOutline
{
    // At a range of 120 m the chord lies 0.26 m inside the arc: within a metre, with few corners.
    private const double MostStepDeg = 7.5;

    /// <summary>The outline as well-known text in degrees, longitude first.</summary>
    /// <exception cref="NotSupportedException">The view was given by hand; the demo city has none such.</exception>
    public static string Text(Camera camera)
    {
        if (camera.ViewPolygon is not null)
        {
            throw new NotSupportedException($"The view of camera '{camera.Key.Id}' was given by hand.");
        }

        var points = Points(camera).Select(new LocalPlane(camera.Position).ToPosition)
            .Select(position => string.Create(CultureInfo.InvariantCulture, $"{position.LngDeg:R} {position.LatDeg:R}")).ToList();
        return $"POLYGON(({string.Join(", ", points)}, {points[0]}))";
    }

    private static IEnumerable<LocalPoint> Points(Camera camera)
    {
        var isDisc = camera.BearingDeg is null || camera.HfovDeg >= 360;
        var widthDeg = isDisc ? 360 : camera.HfovDeg;
        var fromDeg = isDisc ? 0 : camera.BearingDeg!.Value - (widthDeg / 2);
        var steps = (int)Math.Ceiling(widthDeg / MostStepDeg);
        if (!isDisc)
        {
            yield return default;
        }

        for (var i = 0; i < (isDisc ? steps : steps + 1); i++)
        {
            var (sin, cos) = Math.SinCos((fromDeg + (widthDeg * i / steps)) * Math.PI / 180);
            yield return new(camera.RangeM * sin, camera.RangeM * cos);
        }
    }
}
