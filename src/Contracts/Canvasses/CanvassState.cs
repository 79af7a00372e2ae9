namespace Canvass.Contracts.Canvasses;

/// <summary>Where a canvass stands.</summary>
[GenerateSerializer, Alias("canvass.CanvassState")]
public enum CanvassState
{
    /// <summary>Drafted by the machine; nobody is asked yet.</summary>
    Draft,

    /// <summary>Sent by a person.</summary>
    Sent,

    /// <summary>Over: its incident was closed.</summary>
    Closed,
}
