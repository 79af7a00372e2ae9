using Canvass.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Canvass.Storage.Tests.Fixtures;

/// <summary>A silo on an embedded database of its own.</summary>
public sealed class SqliteSilo : SiloFixture
{
    internal SqliteDatabase Database => Services.GetRequiredService<SqliteDatabase>();

    protected override void AddStorage(ISiloBuilder silo) => silo.AddCanvassStorage();
}
