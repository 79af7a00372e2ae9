namespace Canvass.Contracts.Incidents;

/// <summary>What can happen to an incident in the grid.</summary>
[GenerateSerializer, Alias("canvass.IncidentEventKind")]
public enum IncidentEventKind
{
    /// <summary>The grid heard of it.</summary>
    Reported,

    /// <summary>A newer report replaced the known one.</summary>
    Updated,

    /// <summary>A canvass was drafted.</summary>
    CanvassDrafted,

    /// <summary>A person sent a canvass.</summary>
    CanvassSent,

    /// <summary>Every ask of a canvass has reached its owner.</summary>
    CanvassDelivered,

    /// <summary>It was closed.</summary>
    Closed,
}
