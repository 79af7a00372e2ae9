using System.Runtime.InteropServices;
using Canvass.Geo.Planes;

namespace Canvass.Geo.Scenes;

/// <summary>
/// Measures the share of an area that the union of views covers. The area is cut into bands where a view begins or ends, and, unless there are
/// very many, where area and views have corners, so that no edge, however level, ends within a band. Each band is cut into rows; along the
/// middle of a row the spans of area and views are exact. A band's share is that of its rows, weighed with its exact surface: a band that
/// is covered altogether counts in full, whatever the rows.
/// </summary>
/// <param name="area">The area.</param>
/// <param name="mostRows">How many rows the views together are cut into, at least, unless their polygons have so many edges that fewer
/// must do.</param>
internal sealed class ShareScan(PlaneRegion area, int mostRows)
{
    /// <summary>Enough rows for unions of many views.</summary>
    public const int RowsOfMany = 256;

    /// <summary>Enough rows for one view: its share is off by less than half a percent of itself.</summary>
    public const int RowsOfOne = 64;

    // Bands much narrower than rows cost more than they gain: then corners are left out and, where that is not enough, bands are even.
    private const int MostBandsPerRow = 4;

    // Bounds the work whatever the views: rows of thousands of edges are many spans long, and so fewer of them are as exact.
    private const double MostEdgesLookedAt = 4_000_000;
    private const int FewestRows = 16;

    private readonly List<PlaneRegion> _views = [];
    private readonly List<int> _active = [];
    private readonly List<double> _crossings = [];
    private readonly List<RowSpan> _areaSpans = [];
    private readonly List<RowSpan> _spans = [];
    private readonly RowUnion _union = new();

    // Between the corners of a polygon, the middle of a row is as long as the row on average: no exact surface is needed.
    private bool _isBetweenCorners;

    private int _rows;

    private int MostBands => _rows < mostRows ? _rows : MostBandsPerRow * _rows;

    public void Add(in PlaneRegion view)
    {
        if (view.Extent.Overlaps(area.Extent))
        {
            _views.Add(view);
        }
    }

    /// <summary>The share of the area, 0 to 1, that the views cover.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; looked at once a row.</exception>
    public double Measure(CancellationToken cancellationToken)
    {
        if (_views.Count == 0)
        {
            return 0;
        }

        _views.Sort(static (one, other) => one.Extent.South.CompareTo(other.Extent.South));
        _rows = CountRows();
        var limits = Limits();
        var rowM = (limits[^1] - limits[0]) / _rows;
        var covered = 0.0;
        var next = 0;
        for (var i = 0; i + 1 < limits.Count; i++)
        {
            next = Activate(limits[i], limits[i + 1], next);
            if (_active.Count > 0 && limits[i] < limits[i + 1])
            {
                covered += Band(limits[i], limits[i + 1], rowM, cancellationToken);
            }
        }

        return Math.Clamp(covered / area.BandM2(area.Extent.South, area.Extent.North), 0, 1);
    }

    private int CountRows()
    {
        double edges = area.EdgeCount;
        foreach (ref readonly var view in CollectionsMarshal.AsSpan(_views))
        {
            edges += view.EdgeCount;
        }

        return edges * mostRows <= MostEdgesLookedAt
            ? mostRows
            : Math.Clamp((int)(MostEdgesLookedAt / edges), Math.Min(FewestRows, mostRows), mostRows);
    }

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

        if (limits.Count > MostBands)
        {
            limits.Clear();
            for (var i = 0; i <= MostBands; i++)
            {
                limits.Add(south + ((north - south) * i / MostBands));
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
            view.AppendCorners(from, to, corners);
            if (limits.Count + corners.Count > MostBands)
            {
                return;
            }
        }

        limits.AddRange(corners);
        _isBetweenCorners = area.Polygon is not null;
    }

    private (double South, double North) RowsOf(in PlaneRegion view) =>
        (Math.Max(view.Extent.South, area.Extent.South), Math.Min(view.Extent.North, area.Extent.North));

    // Views enter in the order of their southern ends and leave once they lie wholly south of the band.
    private int Activate(double south, double north, int next)
    {
        var views = CollectionsMarshal.AsSpan(_views);
        var active = CollectionsMarshal.AsSpan(_active);
        var kept = 0;
        foreach (var index in active)
        {
            if (views[index].Extent.North > south)
            {
                active[kept++] = index;
            }
        }

        _active.RemoveRange(kept, active.Length - kept);
        for (; next < views.Length && views[next].Extent.South < north; next++)
        {
            if (views[next].Extent.North > south)
            {
                _active.Add(next);
            }
        }

        return next;
    }

    private double Band(double south, double north, double rowM, CancellationToken cancellationToken)
    {
        var count = Math.Max(1, (int)Math.Ceiling((north - south) / rowM));
        var step = (north - south) / count;
        double whole = 0, covered = 0;
        for (var i = 0; i < count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var northM = south + ((i + 0.5) * step);
            whole += AreaRow(northM);
            covered += ViewsRow(northM);
        }

        var weight = _isBetweenCorners ? step
            : whole > 0 ? area.BandM2(south, north) / whole
            : 0;
        return covered * weight;
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

    private double ViewsRow(double northM)
    {
        _union.Clear();
        var views = CollectionsMarshal.AsSpan(_views);
        var areaSpans = CollectionsMarshal.AsSpan(_areaSpans);
        foreach (var index in _active)
        {
            ref readonly var view = ref views[index];
            _spans.Clear();
            view.AppendSpans(northM, _crossings, _spans);
            foreach (var span in _spans)
            {
                _union.Add(span, areaSpans);
            }
        }

        return _union.Measure();
    }
}
