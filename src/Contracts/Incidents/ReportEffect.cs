namespace Canvass.Contracts.Incidents;

/// <summary>What reporting an incident did.</summary>
[GenerateSerializer, Alias("canvass.ReportEffect")]
public enum ReportEffect
{
    /// <summary>The incident is new.</summary>
    Created,

    /// <summary>The report was newer than the known one and replaced it.</summary>
    Updated,

    /// <summary>The report was older than the known one, or equally old: nothing changed.</summary>
    Unchanged,
}
