using Canvass.Grains.Cameras;
using Canvass.Grains.Incidents;
using Canvass.Grains.Storage;
using Canvass.Storage.Cameras;
using Canvass.Storage.Incidents;
using Canvass.Storage.Migrations;
using Canvass.Storage.Processes;
using Canvass.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Storage;

namespace Canvass.Storage;

/// <summary>Puts the grid's state somewhere.</summary>
public static class CanvassStorageExtensions
{
    /// <summary>The name under which Orleans' providers know SQLite; they load Microsoft.Data.Sqlite for it.</summary>
    private const string SqliteInvariant = "System.Data.SQLite";

    /// <summary>Adds the registry of cameras, the index of incidents and <see cref="StorageMigration"/>, as the settings under
    /// <c>Canvass</c> say.</summary>
    /// <param name="services">Where to add them.</param>
    /// <param name="configuration">The whole configuration, of which the section <c>Canvass</c> is read.</param>
    public static IServiceCollection AddCanvassStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection("Canvass")).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SqliteDatabase>();
        services.TryAddSingleton(MigrationSet.Embedded("Sqlite"));
        services.TryAddSingleton<SqliteMigrator>();
        services.TryAddSingleton(provider => new StorageMigration(provider.GetRequiredService<SqliteMigrator>()));
        services.TryAddSingleton<ICameraRegistry, SqliteCameraRegistry>();
        services.TryAddSingleton<IIncidentIndex, SqliteIncidentIndex>();
        return services;
    }

    /// <summary>Adds what <see cref="AddCanvassStorage(IServiceCollection, IConfiguration)"/> adds, and gives the silo its grain storage (the
    /// names in <see cref="StorageNames"/>) and its reminders.</summary>
    public static ISiloBuilder AddCanvassStorage(this ISiloBuilder silo)
    {
        silo.Services.AddCanvassStorage(silo.Configuration);
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, StorageStartup>();
        silo.AddIncomingGrainCallFilter<StorageFaultFilter>();
        silo.Services.AddKeyedSingleton<IGrainStorage>(
            StorageNames.Registry, (provider, _) => new CameraGrainStorage(provider.GetRequiredService<ICameraRegistry>()));
        silo.AddAdoNetGrainStorage(StorageNames.Processes, builder => builder.Configure<SqliteDatabase>((options, database) =>
        {
            options.Invariant = SqliteInvariant;
            options.DataSource = database.Writers;
            options.GrainStorageSerializer = new GridJsonSerializer();
            options.HashPicker = new PrefixedKeyHashPicker();
            options.DeleteStateOnClear = true;
        }));
        silo.UseAdoNetReminderService(builder => builder.Configure<SqliteDatabase>((options, database) =>
        {
            options.Invariant = SqliteInvariant;
            options.DataSource = database.Writers;
        }));
        return silo;
    }
}
