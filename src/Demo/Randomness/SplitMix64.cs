namespace Canvass.Demo.Randomness;

/// <summary>
/// The SplitMix64 generator (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): the same numbers on every
/// machine and runtime, which <see cref="Random"/> does not promise. Not safe for concurrent use.
/// </summary>
/// <param name="seed">Any number; equal seeds give equal sequences.</param>
public sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
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

    /// <summary>A whole number from 0 to below <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(Next() % (ulong)end);

    /// <summary>A number from <paramref name="from"/> to below <paramref name="to"/>.</summary>
    public double Between(double from, double to) => from + ((to - from) * ((Next() >> 11) * (1.0 / (1UL << 53))));

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Percent(int chance) => Below(100) < chance;

    /// <summary>One of some choices.</summary>
    public T OneOf<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
