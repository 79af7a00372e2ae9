namespace Canvass.Contracts.Incidents;

/// <summary>Converts an <see cref="IncidentArea"/> to what travels, and back; an area that arrives is checked again.</summary>
[RegisterConverter]
public sealed class IncidentAreaSurrogateConverter : IConverter<IncidentArea, IncidentAreaSurrogate>
{
    /// <inheritdoc/>
    public IncidentArea ConvertFromSurrogate(in IncidentAreaSurrogate surrogate) =>
        new(surrogate.Centre, surrogate.RadiusM, surrogate.Polygon);

    /// <inheritdoc/>
    public IncidentAreaSurrogate ConvertToSurrogate(in IncidentArea value) =>
        new(value.Centre, value.RadiusM, value.Polygon);
}
