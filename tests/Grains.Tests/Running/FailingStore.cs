using Canvass.Grains.Storage;

namespace Canvass.Grains.Tests.Running;

/// <summary>A store of processes that can be made to fail.</summary>
internal sealed class FailingStore(IProcessStore inner) : IProcessStore
{
    private Func<ProcessCommit, bool> _fails = _ => true;
    private int _failures;

    /// <summary>The next so many commits fail, with nothing written.</summary>
    /// <param name="count">How many.</param>
    /// <param name="of">Which ones; null for any.</param>
    public void FailCommits(int count, Func<ProcessCommit, bool>? of = null)
    {
        _fails = of ?? (_ => true);
        Volatile.Write(ref _failures, count);
    }

    public Task<StoredProcess?> ReadAsync(ProcessKey key, CancellationToken cancellationToken) => inner.ReadAsync(key, cancellationToken);

    public Task<int?> CommitAsync(ProcessCommit commit, CancellationToken cancellationToken) =>
        _fails(commit) && Interlocked.Decrement(ref _failures) >= 0 ? throw new IOException("The disk failed.") : inner.CommitAsync(commit, cancellationToken);
}
