namespace Canvass.Contracts.Cameras;

/// <summary>On which terms a camera takes part.</summary>
[GenerateSerializer, Alias("canvass.CameraTier")]
public enum CameraTier
{
    /// <summary>Part of the live network: owned by an agency or a business.</summary>
    Integrated,

    /// <summary>Put on the list by a home or small business; footage only, voluntarily, never live, never shown singly.</summary>
    Registered,
}
