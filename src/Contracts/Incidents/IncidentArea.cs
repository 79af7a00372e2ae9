using System.Globalization;
using System.Text.Json.Serialization;
using Canvass.Contracts.Positions;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;

namespace Canvass.Contracts.Incidents;

/// <summary>Where an incident happened, as reported: a circle (centre and radius) or a polygon.</summary>
[Immutable, Alias("canvass.IncidentArea")]
public sealed record IncidentArea
{
    /// <summary>The radius of a circle whose source gives none, in metres.</summary>
    public const double DefaultRadiusM = 250;

    /// <summary>The smallest radius of a circle, in metres.</summary>
    public const double MinRadiusM = 10;

    /// <summary>The largest radius of a circle, and half the largest extent of a polygon, in metres.</summary>
    public const double MaxRadiusM = 5_000;

    /// <summary>Creates a circle or a polygon.</summary>
    /// <exception cref="ArgumentException">Both shapes are given, or neither.</exception>
    [JsonConstructor]
    public IncidentArea(LatLng? centre, double radiusM = DefaultRadiusM, Polygon? polygon = null)
    {
        if ((centre is null) == (polygon is null))
        {
            throw new ArgumentException("An area is either a circle or a polygon: give 'centre' or 'polygon'.", nameof(polygon));
        }

        (Centre, RadiusM, Polygon) = (centre, radiusM, polygon);
    }

    /// <summary>The circle's centre; null for a polygon.</summary>
    public LatLng? Centre { get; }

    /// <summary>The circle's radius in metres; of no meaning for a polygon.</summary>
    public double RadiusM { get; }

    /// <summary>The polygon; null for a circle.</summary>
    public Polygon? Polygon { get; }

    /// <summary>A circle.</summary>
    public static IncidentArea Circle(LatLng centre, double radiusM = DefaultRadiusM) => new(centre, radiusM, polygon: null);

    /// <summary>A polygon.</summary>
    public static IncidentArea Of(Polygon polygon) => new(centre: null, DefaultRadiusM, polygon);

    /// <summary>The area for computing with.</summary>
    public Area ToArea() => Centre is { } centre ? Area.Circle(centre, RadiusM) : Area.Polygon(Polygon!);

    /// <summary>Notes which of its measures are out of range. They are no part of the constructor's check: an area that was stored under
    /// wider limits can still be read.</summary>
    public void Check(FieldErrors errors)
    {
        if (Centre is { } centre)
        {
            PositionRules.Check(centre, "area.coordinates", errors);
            errors.Require(RadiusM is >= MinRadiusM and <= MaxRadiusM, "radiusM", string.Create(CultureInfo.InvariantCulture,
                $"{RadiusM} is out of range: give metres, {MinRadiusM} to {MaxRadiusM}."));
        }
        else if (Polygon is { } polygon)
        {
            PositionRules.Check(polygon, "area", errors);
            var extent = new Canvass.Geo.Scenes.Scene(Area.Polygon(polygon)).ExtentM;
            errors.Require(extent <= MaxRadiusM, "area", string.Create(CultureInfo.InvariantCulture,
                $"The polygon reaches {extent:F0} m from its centre: keep it within {MaxRadiusM} m."));
        }
    }
}
