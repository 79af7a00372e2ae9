using Canvass.Running;

[assembly: AssemblyFixture(typeof(Canvass.Storage.Tests.Fixtures.SharedPostgres))]

namespace Canvass.Storage.Tests.Fixtures;

/// <summary>The PostgreSQL server of a test run, started when the first test needs it. Its databases sort as dictionaries do, so that
/// whatever sorts by code point does so by itself.</summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> _server = new(() => PostgresServer.StartAsync(new() { IcuLocale = "en-US", MaxConnections = 300 }));

    private int _databases;

    /// <summary>Makes an empty database.</summary>
    /// <returns>How to connect to it.</returns>
    public async Task<string> CreateDatabaseAsync() =>
        await (await _server.Value).CreateDatabaseAsync($"test-{Interlocked.Increment(ref _databases)}");

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
        {
            await (await _server.Value).DisposeAsync();
        }
    }
}
