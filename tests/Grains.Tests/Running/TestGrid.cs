using Canvass.Client;
using Canvass.Contracts.Keys;
using Canvass.Grains.Cameras;
using Canvass.Grains.Idempotency;
using Canvass.Grains.Incidents;
using Canvass.Grains.Owners;
using Canvass.Grains.Storage;
using Canvass.Grains.Units;
using Canvass.Storage.Memory;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace Canvass.Grains.Tests.Running;

/// <summary>A grid in this process, its state in memory.</summary>
internal sealed class TestGrid : IAsyncDisposable
{
    private const string DeliveryReminder = "delivery";
    private readonly InProcessTestCluster _cluster;
    private readonly Processes _processes;

    private TestGrid(
        InProcessTestCluster cluster, MemoryCameraRegistry registry, FailingRegistry reads, Processes processes, ShiftedTime time)
    {
        _cluster = cluster;
        _processes = processes;
        Registry = registry;
        Reads = reads;
        Time = time;
        Client = new(cluster.Client);
    }

    /// <summary>The registry, to be changed behind the grains' backs.</summary>
    public MemoryCameraRegistry Registry { get; }

    /// <summary>What stands between the grains and the registry.</summary>
    public FailingRegistry Reads { get; }

    /// <summary>The grid's clock.</summary>
    public ShiftedTime Time { get; }

    public CanvassClient Client { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>A way in from outside, as any client has it.</summary>
    public IGrainFactory Outside => _cluster.Client;

    public static async Task<TestGrid> StartAsync(int cellResolution = 8)
    {
        var time = new ShiftedTime();
        var registry = new MemoryCameraRegistry();
        var reads = new FailingRegistry(registry);
        var processes = new Processes();
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton<TimeProvider>(time);
            silo.Services.AddSingleton<ICameraRegistry>(reads);
            silo.Services.AddSingleton<IIncidentIndex, MemoryIncidentIndex>();
            silo.Services.AddSingleton<IUnitPositions, MemoryUnitPositions>();
            silo.Services.AddSingleton<IIdempotencyKeys, MemoryIdempotencyKeys>();
            silo.Services.AddKeyedSingleton<Orleans.Storage.IGrainStorage>(StorageNames.Processes, processes);
            silo.UseInMemoryReminderService();
            silo.AddGridGrains();
            silo.Services.Configure<Canvass.Grains.Grid.GridOptions>(options => options.CellResolution = cellResolution);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster, registry, reads, processes, time);
    }

    /// <summary>What rests of every owner.</summary>
    public IReadOnlyList<OwnerState> Owners() => _processes.All<OwnerState>("owner");

    /// <summary>Changes an incident as another activation of it would, which silos that lost sight of each other may have.</summary>
    public void ChangeElsewhere(IncidentKey incident, Func<IncidentState, IncidentState> change) =>
        _processes.Change("incident", Id(incident), change);

    /// <summary>Registers the reminder by which an incident delivers.</summary>
    public Task RegisterReminderAsync(IncidentKey incident) => Reminders.UpsertRow(new()
    {
        GrainId = Id(incident),
        ReminderName = DeliveryReminder,
        StartAt = DateTime.UtcNow.AddDays(1),
        Period = TimeSpan.FromDays(1),
    });

    /// <summary>Lets that reminder tick.</summary>
    public Task RemindAsync(IncidentKey incident) => Outside.GetGrain<IRemindable>(Id(incident)).ReceiveReminder(DeliveryReminder, default);

    /// <summary>Whether that reminder is registered.</summary>
    public async Task<bool> HasReminderAsync(IncidentKey incident) => await Reminders.ReadRow(Id(incident), DeliveryReminder) is not null;

    /// <summary>The next so many writes of processes' states fail.</summary>
    public void FailWrites(int count) => _processes.FailWrites(count);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private IReminderTable Reminders => ((InProcessSiloHandle)_cluster.Silos[0]).ServiceProvider.GetRequiredService<IReminderTable>();

    private static GrainId Id(IncidentKey incident) => GrainId.Create("canvass.incident", incident.ToString());
}
