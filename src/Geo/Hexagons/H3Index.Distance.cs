namespace Canvass.Geo.Hexagons;

public readonly partial struct H3Index
{
    /// <summary>The number of steps from cell to cell on the way to another of the same resolution.</summary>
    /// <exception cref="ArgumentException">
    /// One of the two is not a cell, their resolutions differ, they are so far apart that their base cells do not border
    /// on each other, or a pentagon lies between them. <see cref="TryGridDistance"/> does not throw on the last two.
    /// </exception>
    public int GridDistance(H3Index other) => TryGridDistance(other, out var distance)
        ? distance
        : throw new ArgumentException(
            $"There is no grid distance from {this} to {other}: too far apart, or a pentagon lies between; use TryGridDistance.",
            nameof(other));

    /// <summary>Finds the number of steps from cell to cell on the way to another of the same resolution.</summary>
    /// <returns>False where the base cells of the two do not border on each other, or a pentagon lies between.</returns>
    /// <exception cref="ArgumentException">One of the two is not a cell, or their resolutions differ.</exception>
    public bool TryGridDistance(H3Index other, out int distance)
    {
        var origin = Checked();
        var bits = other.Checked();
        CheckSameResolution(other);
        distance = 0;
        if (!LocalLattice.TryLocate(origin, origin, out var from) || !LocalLattice.TryLocate(origin, bits, out var to))
        {
            return false;
        }

        distance = to.Plus(-from.A, -from.B).Length;
        return true;
    }
}
