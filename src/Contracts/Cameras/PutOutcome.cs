namespace Canvass.Contracts.Cameras;

/// <summary>What putting a camera did.</summary>
[GenerateSerializer, Alias("canvass.PutOutcome")]
public enum PutOutcome
{
    /// <summary>The camera is new.</summary>
    Created,

    /// <summary>A known camera changed.</summary>
    Updated,

    /// <summary>The camera was already so.</summary>
    Unchanged,
}
