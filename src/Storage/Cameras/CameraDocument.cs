using System.Text.Json;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.Json;
using Canvass.Grains.Registry;

namespace Canvass.Storage.Cameras;

/// <summary>A camera's state as the registry keeps it.</summary>
internal static class CameraDocument
{
    /// <summary>The state as JSON.</summary>
    public static string Write(CameraState state) => JsonSerializer.Serialize(state, GridJson.Options);

    /// <summary>The state from its JSON.</summary>
    public static CameraState Read(string document) =>
        JsonSerializer.Deserialize<CameraState>(document, GridJson.Options) ?? throw new JsonException("A camera's document is the JSON value null.");

    /// <summary>The camera of a state that is to be written.</summary>
    /// <exception cref="ArgumentException">The state has no camera.</exception>
    public static Camera Of(CameraState state) => state.Camera ?? throw new ArgumentException("A state without a camera cannot be written.", nameof(state));

    /// <summary>The camera of a state that is to be written over a known row.</summary>
    /// <exception cref="ArgumentException">The state has no camera, or the known row is another camera's.</exception>
    public static Camera Of(CameraState state, RegistryEntry? known)
    {
        var camera = Of(state);
        return known is null || Of(known.State).Key == camera.Key
            ? camera
            : throw new ArgumentException("The known row is another camera's than the one to write: give the row of the same camera.", nameof(known));
    }
}
