using Canvass.Geo.Positions;

namespace Canvass.Geo.Planes;

/// <summary>A view or an area on a plane: a sector or a polygon, with its bounding box. A value, so that looking at thousands of sectors
/// allocates nothing.</summary>
internal readonly struct PlaneRegion
{
    public PlaneRegion(in PlaneSector sector)
    {
        Sector = sector;
        Extent = sector.Extent();
    }

    public PlaneRegion(FlatPolygon polygon)
    {
        Polygon = polygon;
        Extent = polygon.Extent;
    }

    /// <summary>The polygon; null where the region is a sector.</summary>
    public FlatPolygon? Polygon { get; }

    /// <summary>The sector; of no meaning where the region is a polygon.</summary>
    public PlaneSector Sector { get; }

    public PlaneBox Extent { get; }

    public bool Contains(LocalPoint point) =>
        Extent.Contains(point) && (Polygon is { } polygon ? polygon.Contains(point) : Sector.Contains(point));

    /// <inheritdoc cref="FlatPolygon.AppendSpans"/>
    public void AppendSpans(double northM, List<double> crossings, List<RowSpan> spans)
    {
        if (Polygon is { } polygon)
        {
            polygon.AppendSpans(northM, crossings, spans);
        }
        else
        {
            Sector.AppendSpans(northM, spans);
        }
    }

    /// <summary>Appends the northings of the corners that lie between two northings.</summary>
    public void AppendCorners(double southM, double northM, List<double> northings)
    {
        if (Polygon is { } polygon)
        {
            polygon.AppendCorners(southM, northM, northings);
        }
        else
        {
            Sector.AppendCorners(southM, northM, northings);
        }
    }

    /// <summary>The surface between two northings, in square metres. The region is a disc or a polygon.</summary>
    public double BandM2(double southM, double northM) =>
        Polygon is { } polygon ? polygon.BandM2(southM, northM) : Sector.DiscBandM2(southM, northM);

    /// <summary>The number of edges of the polygon; 0 if the region is a sector.</summary>
    public int EdgeCount => Polygon?.EdgeCount ?? 0;

    /// <summary>The surface in square metres that this region, a disc, shares with another, if a formula gives it: the other is a polygon,
    /// or a sector that lies wholly in the disc. Otherwise null.</summary>
    public double? SharedM2(in PlaneRegion other)
    {
        if (Polygon is not null || !Sector.IsDisc)
        {
            return null;
        }

        if (other.Polygon is { } polygon)
        {
            return DiscOverlap.SurfaceM2(polygon, Sector);
        }

        return Sector.Apex.DistanceTo(other.Sector.Apex) + other.Sector.RadiusM <= Sector.RadiusM ? other.Sector.SurfaceM2 : null;
    }

    /// <summary>Whether the regions share a point. At least one of them is a disc or a polygon.</summary>
    public bool Intersects(in PlaneRegion other)
    {
        if (!Extent.Overlaps(other.Extent))
        {
            return false;
        }

        return (Polygon, other.Polygon) switch
        {
            ({ } mine, { } theirs) => Intersection.Of(mine, theirs),
            ({ } mine, null) => Intersection.Of(other.Sector, mine),
            (null, { } theirs) => Intersection.Of(Sector, theirs),
            _ => other.Sector.IsDisc ? Intersection.OfDisc(Sector, other.Sector) : Intersection.OfDisc(other.Sector, Sector),
        };
    }
}
