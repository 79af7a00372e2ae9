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

    private int _failures;

    /// <summary>The next so many writes fail.</summary>
    public void FailWrites(int count) => Volatile.Write(ref _failures, count);

    public IReadOnlyList<T> All<T>(string stateName) =>
        [.. _rows.Where(row => row.Key.State == stateName).Select(row => JsonSerializer.Deserialize<T>(row.Value.Json, GridJson.Options)!)];

    /// <summary>Changes a state as another activation of the same grain would.</summary>
    public void Change<T>(string stateName, GrainId grain, Func<T, T> change)
    {
        var (json, version) = _rows[(stateName, grain)];
        var next = change(JsonSerializer.Deserialize<T>(json, GridJson.Options)!);
        _rows[(stateName, grain)] = (JsonSerializer.Serialize(next, GridJson.Options), version + 1);
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        grainState.RecordExists = _rows.TryGetValue((stateName, grainId), out var row);
        grainState.State = grainState.RecordExists ? JsonSerializer.Deserialize<T>(row.Json, GridJson.Options)! : Activator.CreateInstance<T>();
        grainState.ETag = grainState.RecordExists ? row.Version.ToString(CultureInfo.InvariantCulture) : null;
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (Interlocked.Decrement(ref _failures) >= 0)
        {
            throw new IOException("The disk is full.");
        }

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
