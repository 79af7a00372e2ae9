namespace Canvass.Contracts.Incidents;

/// <summary>Where an incident stands.</summary>
[GenerateSerializer, Alias("canvass.IncidentStatus")]
public enum IncidentStatus
{
    /// <summary>It is being worked on.</summary>
    Active,

    /// <summary>It is over.</summary>
    Closed,

    /// <summary>It was none.</summary>
    Cancelled,
}
