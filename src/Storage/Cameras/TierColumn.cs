using Canvass.Contracts.Cameras;

namespace Canvass.Storage.Cameras;

/// <summary>A camera's tier as databases keep it.</summary>
internal static class TierColumn
{
    /// <summary>The word.</summary>
    public static string Of(CameraTier tier) => tier switch
    {
        CameraTier.Integrated => "integrated",
        CameraTier.Registered => "registered",
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "Unknown tier."),
    };
}
