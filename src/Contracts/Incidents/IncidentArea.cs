using System.Globalization;
using Canvass.Contracts.Positions;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;

namespace Canvass.Contracts.Incidents;

/// <summary>Where an incident happened, as reported: a circle (centre and radius) or a polygon.</summary>
[GenerateSerializer, Immutable, Alias("canvass.IncidentArea")]
public sealed record IncidentArea
{
    /// <summary>The radius of a circle whose source gives none, in metres.</summary>
    public const double DefaultRadiusM = 250;

    /// <summary>The smallest radius of a circle, in metres.</summary>
    public const double MinRadiusM = 10;

    /// <summary>The largest radius of a circle, and half the largest extent of a polygon, in metres.</summary>
    public const double MaxRadiusM = 5_000;

    /// <summary>The circle's centre; null for a polygon.</summary>
    [Id(0)]
    public LatLng? Centre { get; init; }

    /// <summary>The circle's radius in metres; of no meaning for a polygon.</summary>
    [Id(1)]
    public double RadiusM { get; init; } = DefaultRadiusM;

    /// <summary>The polygon; null for a circle.</summary>
    [Id(2)]
    public Polygon? Polygon { get; init; }

    /// <summary>A circle.</summary>
    public static IncidentArea Circle(LatLng centre, double radiusM = DefaultRadiusM) => new() { Centre = centre, RadiusM = radiusM };

    /// <summary>A polygon.</summary>
    public static IncidentArea Of(Polygon polygon) => new() { Polygon = polygon };

    /// <summary>The area for computing with.</summary>
    /// <exception cref="InvalidOperationException">It is neither circle nor polygon.</exception>
    public Area ToArea() => (Centre, Polygon) switch
    {
        ({ } centre, null) => Area.Circle(centre, RadiusM),
        (null, { } polygon) => Area.Polygon(polygon),
        _ => throw new InvalidOperationException("An area is either a circle or a polygon."),
    };

    /// <summary>Notes what is wrong with the area.</summary>
    public void Check(FieldErrors errors)
    {
        if ((Centre is null) == (Polygon is null))
        {
            errors.Add("area", "Give a GeoJSON Point with 'radiusM', or a Polygon.");
        }
        else if (Centre is { } centre)
        {
            PositionRules.Check(centre, "area.coordinates", errors);
            errors.Require(RadiusM is >= MinRadiusM and <= MaxRadiusM, "radiusM", string.Create(CultureInfo.InvariantCulture,
                $"{RadiusM} is out of range: give metres, {MinRadiusM} to {MaxRadiusM}."));
        }
        else if (Polygon is { } polygon)
        {
            var extent = new Canvass.Geo.Scenes.Scene(Area.Polygon(polygon)).ExtentM;
            errors.Require(extent <= MaxRadiusM, "area", string.Create(CultureInfo.InvariantCulture,
                $"The polygon reaches {extent:F0} m from its centre: keep it within {MaxRadiusM} m."));
        }
    }
}
