using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;

namespace Canvass.Grains.Owners;

/// <summary>What an owner's inbox holds of an incident.</summary>
public sealed record InboxItem
{
    /// <summary>The incident.</summary>
    public required IncidentKey Incident { get; init; }

    /// <summary>The ask; null where it was withdrawn before it came.</summary>
    public Ask? Ask { get; init; }

    /// <summary>When it came.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>When it was taken back; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }
}
