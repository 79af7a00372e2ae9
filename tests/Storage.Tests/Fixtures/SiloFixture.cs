using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Orleans.TestingHost;

namespace Canvass.Storage.Tests.Fixtures;

/// <summary>A silo with a storage as a host gives it.</summary>
public abstract class SiloFixture : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private InProcessTestCluster? _cluster;

    public IGrainStorage Processes => Services.GetRequiredKeyedService<IGrainStorage>("Default");

    public IReminderTable Reminders => Services.GetRequiredService<IReminderTable>();

    protected IServiceProvider Services => _cluster!.Silos[0].ServiceProvider;

    public async ValueTask InitializeAsync()
    {
        KeyValuePair<string, string?>[] settings = [new("Canvass:DataDirectory", _directory.Path), .. await SettingsAsync()];
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSiloHost((_, host) => host.Configuration.AddInMemoryCollection(settings));
        builder.ConfigureSilo((_, silo) => AddStorage(silo));
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }

        _directory.Dispose();
        GC.SuppressFinalize(this);
    }

    protected virtual Task<IEnumerable<KeyValuePair<string, string?>>> SettingsAsync() =>
        Task.FromResult<IEnumerable<KeyValuePair<string, string?>>>([]);

    protected abstract void AddStorage(ISiloBuilder silo);
}
