using Canvass.Storage.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace Canvass.Storage.Tests.Fixtures;

/// <summary>A silo on a PostgreSQL database of its own.</summary>
public sealed class PostgresSilo(SharedPostgres server) : SiloFixture
{
    internal PostgresDatabase Database => Services.GetRequiredService<PostgresDatabase>();

    protected override async Task<IEnumerable<KeyValuePair<string, string?>>> SettingsAsync() =>
        [new("Canvass:Database", await server.CreateDatabaseAsync())];

    protected override void AddStorage(ISiloBuilder silo) => silo.AddCanvassStorage();
}
