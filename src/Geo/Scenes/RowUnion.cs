using Canvass.Geo.Planes;

namespace Canvass.Geo.Scenes;

/// <summary>Measures how much of one row spans cover together. Reused from row to row.</summary>
internal sealed class RowUnion
{
    private const int MostToInsert = 32;

    private RowSpan[] _entries = new RowSpan[64];
    private double[] _wests = [];
    private int _count;

    public void Clear() => _count = 0;

    /// <summary>Adds the part of a span that lies in the area's spans, which are disjoint and run from west to east.</summary>
    public void Add(RowSpan span, ReadOnlySpan<RowSpan> area)
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

                _entries[_count++] = new(west, east);
            }
        }
    }

    /// <summary>The metres that the spans cover.</summary>
    public double Measure()
    {
        Sort();
        var covered = 0.0;
        var end = double.NegativeInfinity;
        foreach (ref readonly var entry in _entries.AsSpan(0, _count))
        {
            if (entry.East > end)
            {
                covered += entry.East - Math.Max(entry.West, end);
                end = entry.East;
            }
        }

        return covered;
    }

    // Sorting by keys of their own is several times as fast as comparing entries.
    private void SortMany()
    {
        if (_wests.Length < _count)
        {
            _wests = new double[_entries.Length];
        }

        for (var i = 0; i < _count; i++)
        {
            _wests[i] = _entries[i].West;
        }

        _wests.AsSpan(0, _count).Sort(_entries.AsSpan(0, _count));
    }

    // Rows are short and their neighbours alike: insertion beats the general sort up to a few dozen.
    private void Sort()
    {
        if (_count > MostToInsert)
        {
            SortMany();
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
