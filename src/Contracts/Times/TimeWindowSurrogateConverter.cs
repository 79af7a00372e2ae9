namespace Canvass.Contracts.Times;

/// <summary>Converts a <see cref="TimeWindow"/> to what travels, and back; a window that arrives is checked again.</summary>
[RegisterConverter]
public sealed class TimeWindowSurrogateConverter : IConverter<TimeWindow, TimeWindowSurrogate>
{
    /// <inheritdoc/>
    public TimeWindow ConvertFromSurrogate(in TimeWindowSurrogate surrogate) => new(surrogate.From, surrogate.To);

    /// <inheritdoc/>
    public TimeWindowSurrogate ConvertToSurrogate(in TimeWindow value) => new(value.From, value.To);
}
