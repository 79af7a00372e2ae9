using Canvass.Storage.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace Canvass.Storage.Tests.Fixtures;

/// <summary>A silo on a PostgreSQL database of its own.</summary>
public class PostgresSilo(SharedPostgres server) : SiloFixture
{
    internal PostgresDatabase Database => Services.GetRequiredService<PostgresDatabase>();

    /// <summary>Makes something out of the silo's services.</summary>
    internal T Create<T>() => ActivatorUtilities.CreateInstance<T>(Services);

    protected override async Task<IEnumerable<KeyValuePair<string, string?>>> SettingsAsync() =>
        [new("Canvass:Database", await server.CreateDatabaseAsync())];

    protected override void AddStorage(ISiloBuilder silo) => silo.AddCanvassStorage();
}
