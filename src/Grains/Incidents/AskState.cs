namespace Canvass.Grains.Incidents;

/// <summary>Where an ask stands in the incident's outbox.</summary>
public enum AskState
{
    /// <summary>Drafted: nobody is asked.</summary>
    Drafted,

    /// <summary>To be delivered to its owner.</summary>
    Pending,

    /// <summary>The owner has it.</summary>
    Delivered,

    /// <summary>To be taken back from its owner.</summary>
    Withdrawing,

    /// <summary>The owner no longer has it, or never will.</summary>
    Withdrawn,
}
