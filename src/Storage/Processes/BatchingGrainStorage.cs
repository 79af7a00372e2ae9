using System.Globalization;
using System.Text;
using Canvass.Grains.Storage;
using Canvass.Storage.Batching;
using Canvass.Storage.Postgres;
using Canvass.Storage.Telemetry;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace Canvass.Storage.Processes;

/// <summary>
/// The state of processes in PostgreSQL, read and written in groups. It keeps the rows of Microsoft.Orleans.Persistence.AdoNet in that provider's
/// form, so that either reads what the other wrote, and promises what that one promises: a write succeeds where the row has the version that
/// the writer knows, and is otherwise refused with <see cref="InconsistentStateException"/>.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class BatchingGrainStorage : IGrainStorage, IAsyncDisposable, IDisposable
{
    /// <summary>What takes as much of a batch's room as a row does, so that large states go in smaller batches.</summary>
    private const int BytesARow = 8 * 1024;

    private readonly GridJsonSerializer _serializer = new();
    private readonly PrefixedKeyHashPicker _hashes = new();
    private readonly IActivatorProvider _activators;
    private readonly string _serviceId;
    private readonly ProcessTable _table;
    private readonly Batcher<ProcessWrite, int?> _writes;
    private readonly Batcher<ProcessRow, ProcessState?> _reads;

    public BatchingGrainStorage(
        PostgresDatabase database, IOptions<ClusterOptions> cluster, IActivatorProvider activators, StorageMeter meter, TimeProvider time,
        BatcherOptions options)
    {
        _activators = activators;
        _serviceId = cluster.Value.ServiceId;
        _table = new(database, _serviceId);
        var batch = new Batch<ProcessWrite, int?>(_table.WriteAsync)
        {
            Row = write => write.Row,
            Size = write => 1 + (write.Payload.Length / BytesARow),
            IsOfAnItem = PostgresFault.IsOfValues,
        };
        _writes = new(batch, options, meter, time);
        _reads = new(new(_table.ReadAsync) { IsOfAnItem = PostgresFault.IsOfValues }, options, meter: null, time);
    }

    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var found = await _reads.SubmitAsync(Row(stateName, grainId, grainState), CancellationToken.None);
        grainState.State = found is { Payload: { } payload } ? _serializer.Deserialize<T>(new(payload)) : Empty<T>();
        grainState.ETag = found?.Version.ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = found is not null;
    }

    /// <inheritdoc/>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var write = new ProcessWrite(
            Row(stateName, grainId, grainState), Version(grainState.ETag), _serializer.Serialize(grainState.State).ToArray());
        var version = await _writes.SubmitAsync(write, CancellationToken.None) ?? throw Inconsistent("WriteState", grainState.ETag);
        grainState.ETag = version.ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = true;
    }

    /// <inheritdoc/>
    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (!grainState.RecordExists)
        {
            await ReadStateAsync(stateName, grainId, grainState);
            if (!grainState.RecordExists)
            {
                return;
            }
        }

        if (Version(grainState.ETag) is not { } version || !await _table.DeleteAsync(Row(stateName, grainId, grainState), version))
        {
            throw Inconsistent("ClearState", grainState.ETag);
        }

        grainState.ETag = null;
        grainState.RecordExists = false;
        grainState.State = Empty<T>();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writes.DisposeAsync();
        await _reads.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static int? Version(string? etag) => string.IsNullOrWhiteSpace(etag) ? null : int.Parse(etag, CultureInfo.InvariantCulture);

    /// <summary>The refusal of a writer who knows another version. It names no row: it may end in a log.</summary>
    private static InconsistentStateException Inconsistent(string operation, string? etag) =>
        new($"Version conflict ({operation}): the row of the state has another version than {etag ?? "none"}.", "Unknown", etag);

    private ProcessRow Row<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = grainId.Key.ToString()!;
        var hasher = _hashes.PickHasher(_serviceId, StorageNames.Processes, stateName, grainId, grainState);
        var bytes = Encoding.UTF8.GetBytes(key);

        // As the stock provider does it.
        Array.Reverse(bytes);
        return new(hasher.Hash(bytes), hasher.Hash(Encoding.UTF8.GetBytes(stateName)), key, stateName);
    }

    private T Empty<T>() => _activators.GetActivator<T>().Create();
}
