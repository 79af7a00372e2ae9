using Canvass.Contracts.Keys;
using Canvass.Contracts.Positions;
using Canvass.Geo.Hexagons;
using Canvass.Grains.Registry;

namespace Canvass.Grains.Tests.Running;

/// <summary>A registry that can be held up and made to fail where cells read it.</summary>
internal sealed class FailingRegistry(ICameraRegistry inner) : ICameraRegistry
{
    /// <summary>The registry itself.</summary>
    public ICameraRegistry Inner => inner;

    private TaskCompletionSource? _held;
    private TaskCompletionSource _readIsHeld = new();
    private int _failures;
    private int _finds;
    private int _manyFinds;

    /// <summary>The next so many reads of cells fail.</summary>
    public void FailReads(int count) => Volatile.Write(ref _failures, count);

    /// <summary>Ends when a read waits that came after the last <see cref="HoldReads"/>.</summary>
    public Task ReadIsHeld => _readIsHeld.Task;

    /// <summary>Reads of cells wait until the answer is released.</summary>
    public TaskCompletionSource HoldReads()
    {
        _readIsHeld = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>What happens between a camera's look at its row and its write.</summary>
    public Func<Task> BeforeWrite { get; set; } = () => Task.CompletedTask;

    /// <summary>How many times a single camera was read.</summary>
    public int Finds => Volatile.Read(ref _finds);

    /// <summary>How many times several cameras were read at once.</summary>
    public int ManyFinds => Volatile.Read(ref _manyFinds);

    public Task<RegistryEntry?> FindAsync(CameraKey camera, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _finds);
        return inner.FindAsync(camera, cancellationToken);
    }

    public Task<IReadOnlyList<RegistryEntry?>> FindManyAsync(IReadOnlyList<CameraKey> cameras, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _manyFinds);
        return inner.FindManyAsync(cameras, cancellationToken);
    }

    public async Task<RegistryEntry?> WriteAsync(CameraState camera, RegistryEntry? known, CancellationToken cancellationToken)
    {
        await BeforeWrite();
        return await inner.WriteAsync(camera, known, cancellationToken);
    }

    public async Task<bool> DeleteAsync(RegistryEntry known, CancellationToken cancellationToken)
    {
        await BeforeWrite();
        return await inner.DeleteAsync(known, cancellationToken);
    }

    public Task<IReadOnlyList<RegistryChange>> ImportAsync(
        IReadOnlyList<CameraState> cameras, Func<CameraState?, CameraState, CameraState?> merge, CancellationToken cancellationToken) =>
        inner.ImportAsync(cameras, merge, cancellationToken);

    public async Task<IReadOnlyList<RegistryEntry>> LoadCellAsync(H3Index cell, CancellationToken cancellationToken)
    {
        await ReadingAsync();
        return await inner.LoadCellAsync(cell, cancellationToken);
    }

    public async Task<CellDigest> DigestCellAsync(H3Index cell, CancellationToken cancellationToken)
    {
        await ReadingAsync();
        return await inner.DigestCellAsync(cell, cancellationToken);
    }

    public Task<IReadOnlyList<CameraState>> ListIntegratedAsync(
        BoundingBox? box, string? after, int limit, CancellationToken cancellationToken) =>
        inner.ListIntegratedAsync(box, after, limit, cancellationToken);

    private async Task ReadingAsync()
    {
        if (_held is { } held)
        {
            _readIsHeld.TrySetResult();
            await held.Task;
        }

        if (Interlocked.Decrement(ref _failures) >= 0)
        {
            throw new IOException("The disk failed.");
        }
    }
}
