namespace Canvass.Demo.Scenario;

/// <summary>What the demo is at, in order.</summary>
public enum DemoStage
{
    /// <summary>Importing the cameras.</summary>
    Cameras,

    /// <summary>Reporting which of them do not record.</summary>
    Outages,

    /// <summary>Reporting the incident.</summary>
    Incident,

    /// <summary>Drafting the canvass and sending it.</summary>
    Canvass,

    /// <summary>Asking for the coverage.</summary>
    Coverage,
}
