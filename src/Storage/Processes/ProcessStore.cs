using Canvass.Grains.Storage;
using Canvass.Storage.Batching;
using Canvass.Storage.Faults;
using Canvass.Storage.Telemetry;

namespace Canvass.Storage.Processes;

/// <summary>The states of processes and the effects of their commands. Whatever many grains ask for at a time is written and read together, on both
/// databases by the same code.</summary>
internal sealed class ProcessStore : IProcessStore, IAsyncDisposable, IDisposable
{
    /// <summary>What takes as much of a batch's room as a row does, so that large states go in smaller batches.</summary>
    private const int BytesARow = 8 * 1024;

    private readonly Batcher<ProcessCommit, int?> _commits;
    private readonly Batcher<ProcessKey, StoredProcess?> _reads;

    public ProcessStore(IProcessBackend backend, StorageMeter meter, TimeProvider time, BatcherOptions options)
    {
        var batch = new Batch<ProcessCommit, int?>(backend.CommitAsync)
        {
            Row = commit => commit.Key is { } key ? key : commit,
            Size = commit => 1 + commit.Effects.Count + ((commit.Payload?.Length ?? 0) / BytesARow),
            IsOfAnItem = backend.IsOfValues,
        };
        _commits = new(batch, options, meter, time);
        _reads = new(new(backend.ReadAsync) { Row = key => key, IsOfAnItem = backend.IsOfValues }, options, meter: null, time);
    }

    /// <inheritdoc/>
    public async Task<StoredProcess?> ReadAsync(ProcessKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await _reads.SubmitAsync(key, cancellationToken);
        }
        catch (Exception exception) when (GridFault.Of(exception) is { } explained)
        {
            // A grain that cannot be activated fails past the filter, and its caller may be in another process.
            throw explained;
        }
    }

    /// <inheritdoc/>
    public Task<int?> CommitAsync(ProcessCommit commit, CancellationToken cancellationToken) => _commits.SubmitAsync(commit, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _commits.DisposeAsync();
        await _reads.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
