using Canvass.Geo.Hexagons;

namespace Canvass.Storage.Tests.Fixtures;

/// <summary>Valid H3 cells, made from their anatomy: mode 1, a base cell that is no pentagon, and digits 0 to 6.</summary>
internal static class Cells
{
    private const int BaseCell = 20;

    /// <summary>A cell of resolution 8 by number.</summary>
    public static H3Index Cell(int number) => Make(8, number);

    private static H3Index Make(int resolution, int number)
    {
        var bits = (1UL << 59) | ((ulong)resolution << 52) | ((ulong)BaseCell << 45) | ((1UL << (3 * (15 - resolution))) - 1);
        for (var at = resolution; at > 0; at--, number /= 7)
        {
            bits |= (ulong)(number % 7) << (3 * (15 - at));
        }

        return new(bits);
    }
}
