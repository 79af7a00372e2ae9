namespace Canvass.Load.Import;

/// <summary>Draws numbers that depend on a seed alone: SplitMix64 (Steele, Lea and Flood, 2014).</summary>
/// <param name="seed">Any number.</param>
internal sealed class Draw(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A whole number from 0 to below <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(Next() % (ulong)end);

    /// <summary>A number from <paramref name="from"/> to below <paramref name="to"/>.</summary>
    public double Between(double from, double to) => from + ((to - from) * ((Next() >> 11) * (1.0 / (1UL << 53))));

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var bits = _state;
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            return bits ^ (bits >> 31);
        }
    }
}
