using Canvass.Grains.Cameras;
using Canvass.Grains.Idempotency;
using Canvass.Grains.Incidents;
using Canvass.Grains.Storage;
using Canvass.Grains.Units;
using Canvass.Storage.Processes;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Canvass.Storage.Memory;

/// <summary>Puts the grid's state nowhere.</summary>
public static class MemoryStorageExtensions
{
    /// <summary>Gives a silo everything that <see cref="CanvassStorageExtensions.AddCanvassStorage(ISiloBuilder)"/> does, in memory: for tests
    /// and trials of one silo. Grains' state passes through the same JSON.</summary>
    public static ISiloBuilder AddCanvassMemoryStorage(this ISiloBuilder silo)
    {
        silo.Services.TryAddSingleton<ICameraRegistry, MemoryCameraRegistry>();
        silo.Services.TryAddSingleton<IIncidentIndex, MemoryIncidentIndex>();
        silo.Services.TryAddSingleton<IUnitPositions, MemoryUnitPositions>();
        silo.Services.TryAddSingleton<IIdempotencyKeys, MemoryIdempotencyKeys>();
        silo.AddMemoryGrainStorage(StorageNames.Processes, options => options.GrainStorageSerializer = new GridJsonSerializer());
        silo.UseInMemoryReminderService();
        return silo;
    }
}
