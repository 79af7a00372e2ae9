using Canvass.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Canvass.Writes;

/// <summary>A silo's storage, put together as a silo does it.</summary>
internal sealed class Contender : IAsyncDisposable
{
    private readonly IHost _host;

    private Contender(string name, IHost host)
    {
        Name = name;
        _host = host;
    }

    public string Name { get; }

    /// <summary>Microsoft.Orleans.Persistence.AdoNet.</summary>
    public IGrainStorage Stock => _host.Services.GetRequiredKeyedService<IGrainStorage>("Default");

    /// <summary>Whether states go by group commit.</summary>
    public bool Groups { get; private init; }

    public T Port<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Starts a silo.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="groups">Whether states go by group commit; otherwise through the stock provider.</param>
    /// <param name="ports">Its Orleans ports, this one and the next.</param>
    /// <param name="settings">Its settings.</param>
    public static async Task<Contender> StartAsync(string name, bool groups, int ports, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)));
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo => silo.UseLocalhostClustering(ports, ports + 1).AddCanvassStorage());
        var host = builder.Build();
        await host.StartAsync();
        return new(name, host) { Groups = groups };
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
