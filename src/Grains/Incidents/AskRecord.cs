using System.Text.Json.Serialization;
using Canvass.Contracts.Keys;

namespace Canvass.Grains.Incidents;

/// <summary>What an incident keeps of an ask.</summary>
public sealed record AskRecord
{
    /// <summary>Who is asked.</summary>
    public required OwnerKey Owner { get; init; }

    /// <summary>The owner's cameras, nearest first.</summary>
    public required IReadOnlyList<CameraKey> Cameras { get; init; }

    /// <summary>How many of them are integrated.</summary>
    public int Integrated { get; init; }

    /// <summary>When the first of the footage is overwritten.</summary>
    public required DateTimeOffset FirstOverwriteAt { get; init; }

    /// <summary>When the first footage of an integrated one is overwritten; null where none is integrated.</summary>
    public DateTimeOffset? FirstIntegratedOverwriteAt { get; init; }

    /// <summary>When the last of the footage is overwritten.</summary>
    public required DateTimeOffset LastOverwriteAt { get; init; }

    /// <summary>Where it stands.</summary>
    public AskState State { get; init; }

    /// <summary>Whether something is still to be delivered.</summary>
    [JsonIgnore]
    public bool IsOutstanding => State is AskState.Pending or AskState.Withdrawing;
}
