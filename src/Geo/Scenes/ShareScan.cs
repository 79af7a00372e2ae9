using System.Runtime.InteropServices;
using Canvass.Geo.Planes;

namespace Canvass.Geo.Scenes;

/// <summary>
/// Measures the share of an area that unions of views cover. The area is cut into bands where a view begins or ends, and, unless there are
/// very many, where area and views have corners, so that no edge, however level, ends within a band. Each band is cut into rows; along the
/// middle of a row the spans of area and views are exact. A band's share is that of its rows, weighed with its exact surface: a band that
/// is covered altogether counts in full, whatever the rows.
/// </summary>
/// <param name="area">The area.</param>
/// <param name="rows">How many rows the views together are cut into, at least.</param>
internal sealed class ShareScan(PlaneRegion area, int rows)
{
    /// <summary>Enough rows for unions of many views.</summary>
    public const int RowsOfMany = 256;

    /// <summary>Enough rows for one view: its share is off by less than half a percent of itself.</summary>
    public const int RowsOfOne = 64;

    // Bands much narrower than rows cost more than they gain: then corners are left out and, where that is not enough, bands are even.
    private const int MostBandsPerRow = 4;

    private readonly int _mostBands = MostBandsPerRow * rows;

    private readonly List<ScannedView> _views = [];
    private readonly List<int> _active = [];
    private readonly List<double> _crossings = [];
    private readonly List<RowSpan> _areaSpans = [];
    private readonly List<RowSpan> _spans = [];
    private readonly RowUnion _union = new();

    // Between the corners of a polygon, the middle of a row is as long as the row on average: no exact surface is needed.
    private bool _isBetweenCorners;

    public void Add(in PlaneRegion view, bool isFirst)
    {
        if (view.Extent.Overlaps(area.Extent))
        {
            _views.Add(new(view, isFirst));
        }
    }

    public UnionShares Measure()
    {
        if (_views.Count == 0)
        {
            return default;
        }

        _views.Sort(static (one, other) => one.Region.Extent.South.CompareTo(other.Region.Extent.South));
        var limits = Limits();
        var rowM = (limits[^1] - limits[0]) / rows;
        var total = default(UnionShares);
        var next = 0;
        for (var i = 0; i + 1 < limits.Count; i++)
        {
            next = Activate(limits[i], limits[i + 1], next);
            if (_active.Count > 0 && limits[i] < limits[i + 1])
            {
                var band = Band(limits[i], limits[i + 1], rowM);
                total = new(total.First + band.First, total.Second + band.Second, total.Either + band.Either);
            }
        }

        var surface = area.BandM2(area.Extent.South, area.Extent.North);
        return new(Share(total.First, surface), Share(total.Second, surface), Share(total.Either, surface));
    }

    private static double Share(double covered, double surface) => Math.Clamp(covered / surface, 0, 1);

    // The northings between which the bands lie, from south to north.
    private List<double> Limits()
    {
        var (south, north) = (area.Extent.North, area.Extent.South);
        var limits = new List<double>((2 * _views.Count) + 2);
        foreach (ref readonly var view in CollectionsMarshal.AsSpan(_views))
        {
            var (from, to) = RowsOf(view);
            (south, north) = (Math.Min(south, from), Math.Max(north, to));
            limits.Add(from);
            limits.Add(to);
        }

        if (limits.Count > _mostBands)
        {
            limits.Clear();
            for (var i = 0; i <= _mostBands; i++)
            {
                limits.Add(south + ((north - south) * i / _mostBands));
            }
        }
        else
        {
            AddCorners(limits, south, north);
        }

        limits.Sort();
        return limits;
    }

    private void AddCorners(List<double> limits, double south, double north)
    {
        var corners = new List<double>();
        area.AppendCorners(south, north, corners);
        foreach (ref readonly var view in CollectionsMarshal.AsSpan(_views))
        {
            var (from, to) = RowsOf(view);
            view.Region.AppendCorners(from, to, corners);
            if (limits.Count + corners.Count > _mostBands)
            {
                return;
            }
        }

        limits.AddRange(corners);
        _isBetweenCorners = area.Polygon is not null;
    }

    private (double South, double North) RowsOf(in ScannedView view) =>
        (Math.Max(view.Region.Extent.South, area.Extent.South), Math.Min(view.Region.Extent.North, area.Extent.North));

    // Views enter in the order of their southern ends and leave once they lie wholly south of the band.
    private int Activate(double south, double north, int next)
    {
        var views = CollectionsMarshal.AsSpan(_views);
        var active = CollectionsMarshal.AsSpan(_active);
        var kept = 0;
        foreach (var index in active)
        {
            if (views[index].Region.Extent.North > south)
            {
                active[kept++] = index;
            }
        }

        _active.RemoveRange(kept, active.Length - kept);
        for (; next < views.Length && views[next].Region.Extent.South < north; next++)
        {
            if (views[next].Region.Extent.North > south)
            {
                _active.Add(next);
            }
        }

        return next;
    }

    private UnionShares Band(double south, double north, double rowM)
    {
        var count = Math.Max(1, (int)Math.Ceiling((north - south) / rowM));
        var step = (north - south) / count;
        double whole = 0, first = 0, second = 0, either = 0;
        for (var i = 0; i < count; i++)
        {
            var northM = south + ((i + 0.5) * step);
            whole += AreaRow(northM);
            var row = ViewsRow(northM);
            first += row.First;
            second += row.Second;
            either += row.Either;
        }

        var weight = _isBetweenCorners ? step
            : whole > 0 ? area.BandM2(south, north) / whole
            : 0;
        return new(first * weight, second * weight, either * weight);
    }

    private double AreaRow(double northM)
    {
        _areaSpans.Clear();
        area.AppendSpans(northM, _crossings, _areaSpans);
        var length = 0.0;
        foreach (var span in _areaSpans)
        {
            length += span.East - span.West;
        }

        return length;
    }

    private UnionShares ViewsRow(double northM)
    {
        _union.Clear();
        var views = CollectionsMarshal.AsSpan(_views);
        var areaSpans = CollectionsMarshal.AsSpan(_areaSpans);
        foreach (var index in _active)
        {
            ref readonly var view = ref views[index];
            _spans.Clear();
            view.Region.AppendSpans(northM, _crossings, _spans);
            foreach (var span in _spans)
            {
                _union.Add(span, areaSpans, view.IsFirst);
            }
        }

        return _union.Measure();
    }
}
