using System.ComponentModel.DataAnnotations;

namespace Canvass.Contracts.Incidents;

/// <summary>What happened, in the words of the source.</summary>
/// <param name="Code">The code, at most 128 characters.</param>
/// <param name="Scheme">Which list the code is from, at most 128 characters.</param>
/// <param name="Text">For people, at most 500 characters.</param>
[GenerateSerializer, Immutable, Alias("canvass.IncidentType")]
public sealed record IncidentType(
    [property: Id(0), MaxLength(128)] string Code,
    [property: Id(1), MaxLength(128)] string? Scheme = null,
    [property: Id(2), MaxLength(500)] string? Text = null);
