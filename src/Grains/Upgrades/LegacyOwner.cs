using Canvass.Contracts.Keys;

namespace Canvass.Grains.Upgrades;

/// <summary>The state of an owner as versions before the tables of asks stored it: with the inbox inside.</summary>
internal sealed record LegacyOwner
{
    public IReadOnlyList<LegacyInboxItem> Inbox { get; init; } = [];
}

/// <summary>An ask inside a <see cref="LegacyOwner"/>.</summary>
internal sealed record LegacyInboxItem
{
    public LegacyReceivedAsk? Ask { get; init; }

    public DateTimeOffset? ReceivedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }
}

/// <summary>What a <see cref="LegacyInboxItem"/> says of its ask.</summary>
internal sealed record LegacyReceivedAsk
{
    public IncidentKey Incident { get; init; }

    public int Canvass { get; init; }

    public OwnerKey Owner { get; init; }

    public IReadOnlyList<CameraKey> Cameras { get; init; } = [];

    public DateTimeOffset FootageUntil { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}
