using System.Runtime.CompilerServices;
using Canvass.Geo.Positions;

namespace Canvass.Geo.Shapes;

/// <summary>Refuses positions that are nowhere on the earth.</summary>
internal static class PositionGuard
{
    public static void ThrowIfOutOfRange(LatLng position, [CallerArgumentExpression(nameof(position))] string? name = null)
    {
        if (!(Math.Abs(position.LatDeg) <= 90 && Math.Abs(position.LngDeg) <= 180))
        {
            throw new ArgumentOutOfRangeException(name, position, "A latitude is -90 to 90 degrees, a longitude -180 to 180.");
        }
    }
}
