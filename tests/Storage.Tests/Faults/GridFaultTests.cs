using System.Net.Sockets;
using Canvass.Contracts.Refusals;
using Canvass.Storage.Faults;
using Microsoft.Data.Sqlite;
using Npgsql;
using Orleans.Storage;

namespace Canvass.Storage.Tests.Faults;

[Trait("Category", "Unit")]
public sealed class GridFaultTests
{
    private const int Full = 13;
    private const int Busy = 5;

    [Fact]
    public void A_full_disk_is_told_as_such_however_deep_it_is_wrapped()
    {
        var full = new SqliteException("cause", Full);

        Assert.True(GridFault.Of(full)!.IsOutOfRoom);
        Assert.True(GridFault.Of(new OrleansException("outer", new StorageException("inner", full)))!.IsOutOfRoom);
    }

    [Fact]
    public void A_full_disk_of_the_database_server_is_told_as_such() =>
        Assert.True(GridFault.Of(new StorageException("inner", Server(PostgresErrorCodes.DiskFull)))!.IsOutOfRoom);

    [Fact]
    public void Other_faults_of_the_database_are_told_without_its_path()
    {
        Exception[] faults =
        [
            new SqliteException("/secret/path", Busy), new StorageException("/secret/path"),
            new NpgsqlException("secret", new SocketException()), new NpgsqlException("secret", new TimeoutException()),
            new SocketException(), Server(PostgresErrorCodes.AdminShutdown), Server(PostgresErrorCodes.CrashShutdown),
            Server(PostgresErrorCodes.CannotConnectNow), Server(PostgresErrorCodes.ReadOnlySqlTransaction),
            Server(PostgresErrorCodes.TooManyConnections), new StorageException("secret", Server(PostgresErrorCodes.AdminShutdown)),
            new InconsistentStateException("secret"),
        ];

        foreach (var explained in faults.Select(fault => GridFault.Of(fault)!))
        {
            Assert.False(explained.IsOutOfRoom);
            Assert.DoesNotContain("secret", explained.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_no_fault_of_storage_is_left_as_it_is()
    {
        Assert.Null(GridFault.Of(new InvalidOperationException()));
        Assert.Null(GridFault.Of(new RefusedException(RefusalKind.Conflict, "no")));
    }

    private static PostgresException Server(string code) => new("secret", "ERROR", "ERROR", code);
}
