using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;

namespace Canvass.Gateway.Incidents;

// Not the contract type: outside, a canvass has an id; inside, its incident is known and the ordinal says which.
/// <summary>Something that happened to an incident; the data of a server-sent event.</summary>
/// <param name="Sequence">Its place in the incident's timeline: 1, 2, 3 …; also the event's id.</param>
/// <param name="At">When it happened.</param>
/// <param name="Kind">What happened; also the event's name.</param>
/// <param name="CanvassId">The canvass concerned; absent with other events.</param>
public sealed record IncidentEventAnswer(long Sequence, DateTimeOffset At, IncidentEventKind Kind, string? CanvassId)
{
    /// <summary>Writes an event.</summary>
    public static IncidentEventAnswer Of(IncidentKey incident, IncidentEvent happened) => new(
        happened.Sequence,
        happened.At,
        happened.Kind,
        happened.Canvass is { } ordinal ? new CanvassKey(incident, ordinal).Id : null);
}
