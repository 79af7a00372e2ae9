using System.Diagnostics;
using Canvass.Running.Clusters;

namespace Canvass.Cluster.Tests.Load;

/// <summary>A gateway as its clients see it.</summary>
internal sealed class Door(GridNode node) : IDisposable
{
    // A connection that broke while the door was closed may be noticed a moment after it opened again.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private long _closedUntil = long.MinValue;

    public GridNode Node { get; } = node;

    /// <summary>One pool of connections for all clients; a request waits a little longer than the door itself does.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(3) })
    {
        BaseAddress = node.Address,
        Timeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>The process behind it is about to be killed.</summary>
    public void Close() => Volatile.Write(ref _closedUntil, long.MaxValue);

    /// <summary>The process behind it is ready again.</summary>
    public void Open() => Volatile.Write(ref _closedUntil, Stopwatch.GetTimestamp() + (long)(Grace.TotalSeconds * Stopwatch.Frequency));

    /// <summary>Whether it is closed, or was at any time since a moment.</summary>
    public bool WasClosedSince(long started) => Volatile.Read(ref _closedUntil) >= started;

    public void Dispose() => Http.Dispose();
}
