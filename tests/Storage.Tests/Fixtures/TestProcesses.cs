using Canvass.Storage.Postgres;
using Canvass.Storage.Processes;
using Canvass.Storage.Sqlite;
using Canvass.Storage.Telemetry;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Canvass.Storage.Tests.Fixtures;

/// <summary>Stores of processes without a silo.</summary>
internal static class TestProcesses
{
    private static readonly IOptions<ClusterOptions> Cluster = Options.Create(new ClusterOptions { ClusterId = "test", ServiceId = "test" });

    public static ProcessStore Store(PostgresDatabase database, StorageMeter meter) =>
        new(new PostgresProcesses(database, Cluster), meter, TimeProvider.System, new());

    public static ProcessStore Store(SqliteDatabase database, StorageMeter meter) =>
        new(new SqliteProcesses(database, Cluster), meter, TimeProvider.System, new());
}
