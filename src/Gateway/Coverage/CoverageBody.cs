using System.ComponentModel.DataAnnotations;
using Canvass.Contracts.GeoJson;
using Canvass.Contracts.Times;

namespace Canvass.Gateway.Coverage;

/// <summary>An area to be asked about without an incident.</summary>
public sealed record CoverageBody
{
    /// <summary>Where: a Point with <c>radiusM</c>, or a Polygon.</summary>
    [Required]
    public Geometry? Area { get; init; }

    /// <summary>The radius around a Point in metres; 250 where nothing is given.</summary>
    [Range(10, 5_000)]
    public double? RadiusM { get; init; }

    /// <summary>When.</summary>
    public WindowBody? Window { get; init; }
}
