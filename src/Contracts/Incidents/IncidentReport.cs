using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;
using Canvass.Contracts.Times;

namespace Canvass.Contracts.Incidents;

/// <summary>What a source says of an incident at a moment. It is the full state: a newer report replaces an older one.</summary>
[GenerateSerializer, Immutable, Alias("canvass.IncidentReport")]
public sealed record IncidentReport
{
    /// <summary>Which incident.</summary>
    [Id(0)]
    public required IncidentKey Key { get; init; }

    /// <summary>The agency that works on it.</summary>
    [Id(1)]
    public string? Agency { get; init; }

    /// <summary>What happened.</summary>
    [Id(2)]
    public IncidentType? Type { get; init; }

    /// <summary>The source's priority, 0 to 99, the lower the more urgent.</summary>
    [Id(3)]
    public int? Priority { get; init; }

    /// <summary>Where it stands.</summary>
    [Id(4)]
    public IncidentStatus Status { get; init; }

    /// <summary>Where it happened.</summary>
    [Id(5)]
    public required IncidentArea Area { get; init; }

    /// <summary>When it happened, or may have.</summary>
    [Id(6)]
    public required TimeWindow Window { get; init; }

    /// <summary>A street address, at most 500 characters.</summary>
    [Id(7)]
    public string? Address { get; init; }

    /// <summary>When the source made this report; the newest wins.</summary>
    [Id(8)]
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>Names everything that is wrong with the report.</summary>
    public void Check(FieldErrors errors)
    {
        errors.Require(IncidentKey.IsValidSource(Key.Source), "source",
            $"'{Key.Source}' is not a source: give 1 to {Identifier.MaxLength} visible characters without blanks, ':' and '/'.");
        errors.Require(Identifier.IsValid(Key.Number), "number",
            $"'{Key.Number}' is not a number: give 1 to {Identifier.MaxLength} visible characters without blanks.");
        errors.Require(Priority is null or (>= 0 and <= 99), "priority", $"{Priority} is out of range: give 0 to 99.");
        errors.Require(Enum.IsDefined(Status), "status", "Unknown status: give 'active', 'closed' or 'cancelled'.");
        Area.Check(errors);
        TextRules.CheckIdentifier(Agency, "agency", errors);
        TextRules.CheckLength(Type?.Code, 128, "type.code", errors);
        TextRules.CheckLength(Type?.Scheme, 128, "type.scheme", errors);
        TextRules.CheckLength(Type?.Text, 500, "type.text", errors);
        TextRules.CheckLength(Address, 500, "address", errors);
    }
}
