using System.Text.Json;
using Canvass.Client;
using Canvass.Contracts.Json;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;
using Canvass.Grains.Canvasses;
using Canvass.Grains.Incidents;
using Canvass.Grains.Owners;
using Canvass.Grains.Registry;
using Canvass.Grains.Settings;
using Canvass.Grains.Storage;
using Canvass.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace Canvass.Grains.Tests.Running;

/// <summary>A grid in this process, on an embedded database of its own.</summary>
internal sealed class TestGrid : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;
    private readonly DirectoryInfo _directory;

    private TestGrid(InProcessTestCluster cluster, DirectoryInfo directory, ShiftedTime time)
    {
        _cluster = cluster;
        _directory = directory;
        Time = time;
        Client = new(cluster.Client);
    }

    /// <summary>The registry, to be changed behind the grains' backs.</summary>
    public ICameraRegistry Registry => Reads.Inner;

    /// <summary>What stands between the grains and the registry.</summary>
    public FailingRegistry Reads => (FailingRegistry)Services.GetRequiredService<ICameraRegistry>();

    /// <summary>What stands between the grains and the store of processes.</summary>
    public FailingStore Store => (FailingStore)Services.GetRequiredService<IProcessStore>();

    /// <summary>The grid's clock.</summary>
    public ShiftedTime Time { get; }

    public CanvassClient Client { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>A way in from outside, as any client has it.</summary>
    public IGrainFactory Outside => _cluster.Client;

    private IServiceProvider Services => ((InProcessSiloHandle)_cluster.Silos[0]).ServiceProvider;

    public static async Task<TestGrid> StartAsync(int cellResolution = 8, Action<OwnerPolicyOptions>? policy = null, TimeSpan? coverageDeadline = null)
    {
        var time = new ShiftedTime();
        var directory = Directory.CreateTempSubdirectory("canvass-grains-");
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            ((IConfigurationBuilder)silo.Configuration).AddInMemoryCollection([new("Canvass:DataDirectory", directory.FullName)]);
            silo.Services.AddSingleton<TimeProvider>(time);
            silo.AddGridGrains();
            silo.AddCanvassStorage();
            Decorate<ICameraRegistry>(silo.Services, inner => new FailingRegistry(inner));
            Decorate<IProcessStore>(silo.Services, inner => new FailingStore(inner));
            silo.Services.Configure<GridOptions>(options =>
            {
                options.CellResolution = cellResolution;
                options.CoverageDeadline = coverageDeadline ?? options.CoverageDeadline;
            });
            silo.Services.Configure<OwnerPolicyOptions>(options =>
            {
                // Tests run at any hour of the day.
                options.QuietHours = "none";
                options.TimeZone = "America/New_York";
                policy?.Invoke(options);
            });
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster, directory, time);
    }

    /// <summary>All asks, by owner.</summary>
    public IReadOnlyList<StoredAsk> Asks()
    {
        var asks = new List<StoredAsk>();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_directory.FullName, "canvass.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT owner, incident, canvass, state, at, cameras FROM ask ORDER BY owner, incident;";
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            asks.Add(new(
                row.GetString(0), row.GetString(1), row.GetInt32(2), (AskState)row.GetInt32(3), new(row.GetInt64(4), TimeSpan.Zero),
                row.GetString(5).Split('\n')));
        }

        return asks;
    }

    /// <summary>Waits until the asks are as they should be.</summary>
    public async Task<IReadOnlyList<StoredAsk>> AsksAsync(Func<IReadOnlyList<StoredAsk>, bool> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var asks = Asks();
        for (var looks = 0; !condition(asks); looks++)
        {
            Assert.True(looks < 1_500, $"The asks are not as they should be: {string.Join("; ", asks)}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            asks = Asks();
        }

        return asks;
    }

    /// <summary>Waits until a canvass has worked out whom to ask.</summary>
    public async Task WorkedOutAsync(CanvassKey canvass)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var looks = 0; ; looks++)
        {
            var stored = await Store.ReadAsync(new(canvass.ToString(), CanvassGrain.StateName), CancellationToken.None);
            if (stored is not null && JsonSerializer.Deserialize<CanvassRecord>(stored.Payload, GridJson.Options)!.IsWorkedOut)
            {
                return;
            }

            Assert.True(looks < 1_500, "The canvass was not worked out.");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Changes an incident as another activation of it would, which silos that lost sight of each other may have.</summary>
    public Task ChangeElsewhereAsync(IncidentKey incident, Func<IncidentState, IncidentState> change, params IReadOnlyList<Effect> effects) =>
        ChangeElsewhereAsync(new ProcessKey(incident.ToString(), "incident"), change, effects);

    /// <summary>Changes a state as another activation of the same grain would.</summary>
    public async Task ChangeElsewhereAsync<T>(ProcessKey key, Func<T, T> change, params IReadOnlyList<Effect> effects)
    {
        var known = await Store.ReadAsync(key, CancellationToken.None);
        var next = change(JsonSerializer.Deserialize<T>(known!.Payload, GridJson.Options)!);
        Assert.NotNull(await Store.CommitAsync(
            new() { Key = key, Version = known.Version, Payload = JsonSerializer.SerializeToUtf8Bytes(next, GridJson.Options), Effects = effects },
            CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    private static void Decorate<T>(IServiceCollection services, Func<T, T> decorate)
        where T : class
    {
        var registered = services.Last(service => service.ServiceType == typeof(T));
        services.Remove(registered);
        services.AddSingleton(provider => decorate((T)ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!)));
    }
}
