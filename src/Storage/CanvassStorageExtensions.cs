using System.Data.Common;
using Canvass.Grains.Idempotency;
using Canvass.Grains.Incidents;
using Canvass.Grains.Outbox;
using Canvass.Grains.Owners;
using Canvass.Grains.Registry;
using Canvass.Grains.Storage;
using Canvass.Grains.Units;
using Canvass.Storage.Batching;
using Canvass.Storage.Cameras;
using Canvass.Storage.Idempotency;
using Canvass.Storage.Incidents;
using Canvass.Storage.Migrations;
using Canvass.Storage.Outbox;
using Canvass.Storage.Owners;
using Canvass.Storage.Postgres;
using Canvass.Storage.Processes;
using Canvass.Storage.Sqlite;
using Canvass.Storage.Telemetry;
using Canvass.Storage.Units;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Canvass.Storage;

/// <summary>Puts the grid's state somewhere: into PostgreSQL where <c>Canvass__Database</c> is set, else into the embedded database.</summary>
public static class CanvassStorageExtensions
{
    /// <summary>The name under which Orleans' providers know SQLite; they load Microsoft.Data.Sqlite for it.</summary>
    private const string SqliteInvariant = "System.Data.SQLite";

    /// <summary>Whether the settings put the grid's state into PostgreSQL.</summary>
    /// <param name="configuration">The whole configuration, of which the section <c>Canvass</c> is read.</param>
    public static bool HasSharedDatabase(this IConfiguration configuration) =>
        !string.IsNullOrWhiteSpace(configuration.GetSection("Canvass")[nameof(StorageOptions.Database)]);

    /// <summary>Adds the registry of cameras, the index of incidents, the positions of units, idempotency keys and <see cref="StorageMigration"/>, as
    /// the settings under <c>Canvass</c> say.</summary>
    /// <param name="services">Where to add them.</param>
    /// <param name="configuration">The whole configuration, of which the section <c>Canvass</c> is read.</param>
    public static IServiceCollection AddCanvassStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddStorageOptions(configuration);
        if (configuration.HasSharedDatabase())
        {
            services.AddPostgres();
            services.TryAddSingleton<IStorageMigrator>(provider => provider.GetRequiredService<PostgresMigrator>());
            services.TryAddSingleton<ICameraRegistry, PostgresCameraRegistry>();
            services.TryAddSingleton<IIncidentIndex, PostgresIncidentIndex>();
            services.TryAddSingleton<IAskTable, PostgresAskTable>();
            services.TryAddSingleton<IOutbox, PostgresOutbox>();
            services.TryAddSingleton<IProcessBackend, PostgresProcesses>();
            services.TryAddSingleton<IUnitPositions, PostgresUnitPositions>();
            services.TryAddSingleton<IIdempotencyKeys, PostgresIdempotencyKeys>();
        }
        else
        {
            services.TryAddSingleton<SqliteDatabase>();
            services.TryAddSingleton(MigrationSet.Embedded("Sqlite"));
            services.TryAddSingleton<ISqliteDataStep, AskMigration>();
            services.TryAddSingleton<IStorageMigrator, SqliteMigrator>();
            services.TryAddSingleton<ICameraRegistry, SqliteCameraRegistry>();
            services.TryAddSingleton<IIncidentIndex, SqliteIncidentIndex>();
            services.TryAddSingleton<IAskTable, SqliteAskTable>();
            services.TryAddSingleton<IOutbox, SqliteOutbox>();
            services.TryAddSingleton<IProcessBackend, SqliteProcesses>();
            services.TryAddSingleton<IUnitPositions, SqliteUnitPositions>();
            services.TryAddSingleton<IIdempotencyKeys, SqliteIdempotencyKeys>();
        }

        services.TryAddSingleton(new BatcherOptions());
        services.TryAddSingleton<IProcessStore, ProcessStore>();
        services.TryAddSingleton(provider => new StorageMigration(provider.GetRequiredService<IStorageMigrator>()));
        return services;
    }

    /// <summary>Adds what <see cref="AddCanvassStorage(IServiceCollection, IConfiguration)"/> adds, and gives the silo its default grain
    /// storage and its reminders.</summary>
    public static ISiloBuilder AddCanvassStorage(this ISiloBuilder silo)
    {
        silo.Services.AddCanvassStorage(silo.Configuration);
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, StorageStartup>();
        silo.AddIncomingGrainCallFilter<StorageFaultFilter>();
        if (!silo.Configuration.HasSharedDatabase())
        {
            return silo.AddGrainStorage<SqliteDatabase>(SqliteInvariant, database => database.Writers)
                .AddReminders<SqliteDatabase>(SqliteInvariant, database => database.Writers);
        }

        silo.Services.AddHostedService<PostgresProbe>();
        return silo.AddGrainStorage<PostgresDatabase>(PostgresDatabase.Invariant, database => database.Source)
            .AddReminders<PostgresDatabase>(PostgresDatabase.Invariant, database => database.Source);
    }

    /// <summary>Lets silos find each other through the database of <c>Canvass__Database</c>.</summary>
    public static ISiloBuilder AddCanvassClustering(this ISiloBuilder silo)
    {
        silo.Services.AddStorageOptions(silo.Configuration).AddPostgres();
        return silo.UseAdoNetClustering(builder => builder.Configure<PostgresDatabase>((options, database) =>
        {
            options.Invariant = PostgresDatabase.Invariant;
            options.DataSource = database.Source;
        }));
    }

    /// <summary>Lets a client find silos through the database of <c>Canvass__Database</c>, and adds <see cref="StorageSchema"/>, which its
    /// host awaits before it starts the client.</summary>
    public static IClientBuilder AddCanvassClustering(this IClientBuilder client)
    {
        client.Services.AddStorageOptions(client.Configuration).AddPostgres();
        return client.UseAdoNetClustering(builder => builder.Configure<PostgresDatabase>((options, database) =>
        {
            options.Invariant = PostgresDatabase.Invariant;
            options.DataSource = database.Source;
        }));
    }

    private static IServiceCollection AddStorageOptions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection("Canvass")).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.TryAddSingleton<StorageMeter>();
        services.TryAddSingleton<StorageFaults>();
        return services;
    }

    private static void AddPostgres(this IServiceCollection services)
    {
        services.TryAddSingleton<PostgresDatabase>();
        services.TryAddSingleton(MigrationSet.Embedded("Postgres"));
        services.TryAddSingleton<IPostgresDataStep, AskMigration>();
        services.TryAddSingleton<PostgresMigrator>();
        services.TryAddSingleton(provider => new StorageSchema(provider.GetRequiredService<PostgresMigrator>()));
    }

    /// <summary>The default grain storage, for grains whose commands have no effects.</summary>
    private static ISiloBuilder AddGrainStorage<TDatabase>(this ISiloBuilder silo, string invariant, Func<TDatabase, DbDataSource> source)
        where TDatabase : class =>
        silo.AddAdoNetGrainStorageAsDefault(builder => builder.Configure<TDatabase>((options, database) =>
        {
            options.Invariant = invariant;
            options.DataSource = source(database);
            options.GrainStorageSerializer = new GridJsonSerializer();
            options.HashPicker = new PrefixedKeyHashPicker();
            options.DeleteStateOnClear = true;
        }));

    private static ISiloBuilder AddReminders<TDatabase>(this ISiloBuilder silo, string invariant, Func<TDatabase, DbDataSource> source)
        where TDatabase : class =>
        silo.UseAdoNetReminderService(builder => builder.Configure<TDatabase>((options, database) =>
        {
            options.Invariant = invariant;
            options.DataSource = source(database);
        }));
}
