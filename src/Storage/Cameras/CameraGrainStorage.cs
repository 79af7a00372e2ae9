using System.Globalization;
using Canvass.Contracts.Keys;
using Canvass.Grains.Cameras;
using Canvass.Grains.Storage;
using Orleans.Storage;

namespace Canvass.Storage.Cameras;

/// <summary>Lets a camera grain keep its state in the registry: its row there is its state, the row's revision its ETag.</summary>
internal sealed class CameraGrainStorage(ICameraRegistry registry) : IGrainStorage
{
    /// <inheritdoc/>
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ReadStateAsync(stateName, grainId, grainState, CancellationToken.None);

    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
        Show(await registry.FindAsync(Key(grainId), cancellationToken), Cast(stateName, grainState));

    /// <inheritdoc/>
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        WriteStateAsync(stateName, grainId, grainState, CancellationToken.None);

    /// <inheritdoc/>
    /// <exception cref="InconsistentStateException">The row is not the one that the grain knows.</exception>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        var key = Key(grainId);
        var state = Cast(stateName, grainState);
        var written = state.State ?? throw new ArgumentException($"The state of the grain '{key}' is null.", nameof(grainState));
        if (CameraDocument.Of(written).Key != key)
        {
            throw new ArgumentException($"The state of the grain '{key}' describes another camera, '{written.Camera!.Key}'.", nameof(grainState));
        }

        var revision = await registry.WriteAsync(written, Revision(state.ETag), cancellationToken) ?? throw await ConflictAsync(key, state.ETag);
        state.ETag = revision.ToString(CultureInfo.InvariantCulture);
        state.RecordExists = true;
    }

    /// <inheritdoc/>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ClearStateAsync(stateName, grainId, grainState, CancellationToken.None);

    /// <inheritdoc/>
    /// <exception cref="InconsistentStateException">The row is not the one that the grain knows.</exception>
    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        var key = Key(grainId);
        var state = Cast(stateName, grainState);
        var cleared = Revision(state.ETag) is { } revision
            ? await registry.DeleteAsync(key, revision, cancellationToken)
            : await registry.FindAsync(key, cancellationToken) is null;
        if (!cleared)
        {
            throw await ConflictAsync(key, state.ETag);
        }

        Show(null, state);
    }

    private static void Show(RegistryEntry? entry, IGrainState<CameraState> state)
    {
        state.State = entry?.State ?? new CameraState();
        state.ETag = entry?.Revision.ToString(CultureInfo.InvariantCulture);
        state.RecordExists = entry is not null;
    }

    private static CameraKey Key(GrainId grainId)
    {
        var text = grainId.Key.ToString();
        return CameraKey.TryParse(text, out var key)
            ? key
            : throw new ArgumentException($"The grain storage '{StorageNames.Registry}' keeps cameras only: '{text}' is not of the form cam/{{id}}.");
    }

    private static IGrainState<CameraState> Cast<T>(string stateName, IGrainState<T> grainState) =>
        grainState as IGrainState<CameraState>
        ?? throw new NotSupportedException($"The grain storage '{StorageNames.Registry}' keeps {nameof(CameraState)} only: put the state "
            + $"'{stateName}' of type {typeof(T).Name} into '{"processes"}'.");

    private static long? Revision(string? etag) =>
        string.IsNullOrEmpty(etag) ? null : long.Parse(etag, NumberStyles.None, CultureInfo.InvariantCulture);

    private async Task<InconsistentStateException> ConflictAsync(CameraKey key, string? etag)
    {
        var stored = (await registry.FindAsync(key, CancellationToken.None))?.Revision.ToString(CultureInfo.InvariantCulture);
        return new InconsistentStateException(
            $"The camera '{key}' was changed meanwhile: its row has revision {stored ?? "none"}, the grain knows {etag ?? "none"}.",
            stored ?? "", etag ?? "");
    }
}
