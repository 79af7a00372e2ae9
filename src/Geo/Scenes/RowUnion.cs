using Canvass.Geo.Planes;

namespace Canvass.Geo.Scenes;

/// <summary>Measures how much of one row two groups of spans cover, each and together. Reused from row to row.</summary>
internal sealed class RowUnion
{
    private const int MostToInsert = 32;

    private RowEntry[] _entries = new RowEntry[64];
    private int _count;

    public void Clear() => _count = 0;

    /// <summary>Adds the part of a span that lies in the area's spans, which are disjoint and run from west to east.</summary>
    public void Add(RowSpan span, ReadOnlySpan<RowSpan> area, bool isFirst)
    {
        foreach (var part in area)
        {
            if (part.West >= span.East)
            {
                return;
            }

            var (west, east) = (Math.Max(part.West, span.West), Math.Min(part.East, span.East));
            if (west < east)
            {
                if (_count == _entries.Length)
                {
                    Array.Resize(ref _entries, 2 * _count);
                }

                _entries[_count++] = new(west, east, isFirst);
            }
        }
    }

    /// <summary>The metres that the first group, the second and either cover.</summary>
    public UnionShares Measure()
    {
        Sort();
        double first = 0, second = 0, either = 0;
        double firstEnd = double.NegativeInfinity, secondEnd = firstEnd, eitherEnd = firstEnd;
        foreach (ref readonly var entry in _entries.AsSpan(0, _count))
        {
            either += Extend(ref eitherEnd, entry);
            if (entry.IsFirst)
            {
                first += Extend(ref firstEnd, entry);
            }
            else
            {
                second += Extend(ref secondEnd, entry);
            }
        }

        return new(first, second, either);
    }

    private static double Extend(ref double end, in RowEntry entry)
    {
        if (entry.East <= end)
        {
            return 0;
        }

        var added = entry.East - Math.Max(entry.West, end);
        end = entry.East;
        return added;
    }

    // Rows are short and their neighbours alike: insertion beats the general sort up to a few dozen.
    private void Sort()
    {
        if (_count > MostToInsert)
        {
            _entries.AsSpan(0, _count).Sort(static (one, other) => one.West.CompareTo(other.West));
            return;
        }

        for (var i = 1; i < _count; i++)
        {
            var entry = _entries[i];
            var j = i;
            for (; j > 0 && _entries[j - 1].West > entry.West; j--)
            {
                _entries[j] = _entries[j - 1];
            }

            _entries[j] = entry;
        }
    }
}
