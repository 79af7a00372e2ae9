using Canvass.Storage.Sqlite;
using Canvass.Storage.Tests.Fixtures;

namespace Canvass.Storage.Tests.Processes;

[Trait("Category", "Storage")]
public sealed class SqliteGrainStorageTests(SqliteSilo silo) : TableProcessConformance(silo), IClassFixture<SqliteSilo>
{
    protected override string PayloadAsText => "CAST(PayloadBinary AS TEXT)";

    [Fact]
    public async Task Trap_2_grain_types_are_not_told_apart_so_state_names_must_be()
    {
        var written = new GrainState<ProcessState>(new ProcessState { Number = 1 });
        await Storage.WriteStateAsync("shared", GrainId.Create("incident", "inc/types"), written);

        var read = new GrainState<ProcessState>();
        await Storage.ReadStateAsync("shared", GrainId.Create("owner", "inc/types"), read);

        Assert.Equal(1, read.State!.Number);
    }

    [Fact]
    public async Task Fields_that_nobody_knows_are_skipped()
    {
        var grain = Grain("newer");
        await WriteFirstAsync(grain, 1);
        await AskAsync<long>("""
            UPDATE OrleansStorage SET PayloadBinary = CAST('{"number":7,"invented":{"later":[1]}}' AS BLOB)
             WHERE GrainIdExtensionString = 'inc/newer' RETURNING 1;
            """);

        Assert.Equal(new ProcessState { Number = 7 }, (await ReadAsync(grain)).State);
    }

    [Fact]
    public async Task A_cleared_state_leaves_no_row()
    {
        var grain = Grain("forgotten");
        await ClearAsync(grain, await WriteFirstAsync(grain, 1));

        Assert.Equal(0, await AskAsync<long>("SELECT count(*) FROM OrleansStorage WHERE GrainIdExtensionString = 'inc/forgotten';"));
    }

    protected override Task<T> AskAsync<T>(string sql) => silo.Database.WriteAsync(
        connection =>
        {
            using var command = connection.Command(sql);
            return (T)command.ExecuteScalar()!;
        },
        TestContext.Current.CancellationToken);
}
