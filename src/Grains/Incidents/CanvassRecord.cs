using System.Text.Json.Serialization;
using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Times;

namespace Canvass.Grains.Incidents;

/// <summary>What rests of a canvass, with every ask.</summary>
public sealed record CanvassRecord
{
    /// <summary>Its place among the incident's canvasses, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Where it stands.</summary>
    public CanvassState State { get; init; }

    /// <summary>The reason code.</summary>
    public required string Reason { get; init; }

    /// <summary>The note.</summary>
    public string? Note { get; init; }

    /// <summary>The command that drafted it.</summary>
    public string? CommandId { get; init; }

    /// <summary>The time that it asks about, as it was reported when the canvass was drafted: what a person reviewed is what owners are
    /// asked, whatever is reported since.</summary>
    public required TimeWindow Window { get; init; }

    /// <summary>When it was drafted.</summary>
    public required DateTimeOffset DraftedAt { get; init; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Whether parts of the grid were silent while it was drafted.</summary>
    public bool Partial { get; init; }

    /// <summary>The asks, whose footage is overwritten soonest first.</summary>
    public IReadOnlyList<AskRecord> Asks { get; init; } = [];

    /// <summary>Whether something is still to be delivered.</summary>
    [JsonIgnore]
    public bool IsOutstanding => Asks.Any(ask => ask.IsOutstanding);
}
