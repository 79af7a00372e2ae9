using Canvass.Grains.Registry;

namespace Canvass.Storage.Cameras;

/// <summary>What an import does with one camera.</summary>
internal static class CameraMerge
{
    /// <summary>Asks for what to write.</summary>
    /// <returns>The state to write; null to leave the known row as it is.</returns>
    /// <exception cref="InvalidOperationException">A new camera was to be left, or another camera is to be written than the incoming
    /// one.</exception>
    public static CameraState? Decide(RegistryEntry? known, CameraState incoming, Func<CameraState?, CameraState, CameraState?> merge)
    {
        var id = CameraDocument.Of(incoming).Key.Id;
        var merged = merge(known?.State, incoming);
        if (merged is null)
        {
            return known is null
                ? throw new InvalidOperationException($"The camera '{id}' has no row that could be left: a new camera is always written.")
                : null;
        }

        return CameraDocument.Of(merged).Key.Id == id
            ? merged
            : throw new InvalidOperationException($"The camera '{id}' was merged into another one, '{merged.Camera!.Key.Id}'.");
    }
}
