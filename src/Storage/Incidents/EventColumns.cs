using Canvass.Contracts.Incidents;

namespace Canvass.Storage.Incidents;

/// <summary>Events as the database keeps them: moments in ticks, kinds as numbers, which are never changed.</summary>
internal static class EventColumns
{
    /// <summary>The number of a kind.</summary>
    public static short Kind(IncidentEventKind kind) => kind switch
    {
        IncidentEventKind.Reported => 0,
        IncidentEventKind.Updated => 1,
        IncidentEventKind.CanvassDrafted => 2,
        IncidentEventKind.CanvassSent => 3,
        IncidentEventKind.CanvassDelivered => 4,
        IncidentEventKind.Closed => 5,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Storage does not know this kind of event."),
    };

    /// <summary>An event from its columns.</summary>
    public static IncidentEvent Event(long sequence, long at, short kind, int? canvass) => new()
    {
        Sequence = sequence,
        At = new(at, TimeSpan.Zero),
        Kind = kind switch
        {
            0 => IncidentEventKind.Reported,
            1 => IncidentEventKind.Updated,
            2 => IncidentEventKind.CanvassDrafted,
            3 => IncidentEventKind.CanvassSent,
            4 => IncidentEventKind.CanvassDelivered,
            5 => IncidentEventKind.Closed,
            _ => throw new InvalidDataException($"The database holds an event of kind {kind}, which this version does not know."),
        },
        Canvass = canvass,
    };
}
