using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Canvass.Contracts.Json;
using Orleans.Storage;

namespace Canvass.Grains.Tests.Running;

/// <summary>Grain state in memory, as the JSON it rests as, open to be read by tests.</summary>
internal sealed class Processes : IGrainStorage
{
    private readonly ConcurrentDictionary<(string State, GrainId Grain), (string Json, int Version)> _rows = new();

    public IReadOnlyList<T> All<T>(string stateName) =>
        [.. _rows.Where(row => row.Key.State == stateName).Select(row => JsonSerializer.Deserialize<T>(row.Value.Json, GridJson.Options)!)];

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        grainState.RecordExists = _rows.TryGetValue((stateName, grainId), out var row);
        grainState.State = grainState.RecordExists ? JsonSerializer.Deserialize<T>(row.Json, GridJson.Options)! : Activator.CreateInstance<T>();
        grainState.ETag = grainState.RecordExists ? row.Version.ToString(CultureInfo.InvariantCulture) : null;
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var known = grainState.ETag is null ? 0 : int.Parse(grainState.ETag, CultureInfo.InvariantCulture);
        var next = (JsonSerializer.Serialize(grainState.State, GridJson.Options), known + 1);
        var row = _rows.AddOrUpdate((stateName, grainId), next, (_, there) => there.Version == known ? next : there);
        if (row != next)
        {
            throw new InconsistentStateException("Somebody else wrote the state.", row.Version.ToString(CultureInfo.InvariantCulture), grainState.ETag);
        }

        grainState.ETag = row.Version.ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();
}
