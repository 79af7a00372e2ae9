namespace Canvass.Contracts.Incidents;

/// <summary>What reporting an incident did.</summary>
/// <param name="Effect">What it did.</param>
/// <param name="Incident">The incident as it stands now.</param>
[GenerateSerializer, Immutable, Alias("canvass.ReportOutcome")]
public sealed record ReportOutcome([property: Id(0)] ReportEffect Effect, [property: Id(1)] Incident Incident);
