using Canvass.Storage.Processes;
using Canvass.Storage.Tests.Fixtures;
using Npgsql;
using Orleans.Storage;

namespace Canvass.Storage.Tests.Processes;

[Trait("Category", "Storage")]
public sealed class BatchingGrainStorageTests(PostgresSilo silo) : PostgresProcessConformance(silo), IClassFixture<PostgresSilo>
{
    [Fact]
    public void It_is_the_default() => Assert.IsType<BatchingGrainStorage>(Storage);

    [Fact]
    public async Task Five_hundred_grains_that_write_again_and_again_lose_nothing()
    {
        var run = Guid.NewGuid().ToString("N");
        await Task.WhenAll(Enumerable.Range(0, 500).Select(writer => Task.Run(async () =>
        {
            var grain = Grain($"{run}-{writer}");
            var state = await WriteFirstAsync(grain, 1);
            for (var number = 2; number <= 8; number++)
            {
                state.State = State(grain, number);
                await WriteAsync(grain, state);
                Assert.Equal($"{number}", state.ETag);
            }
        })));

        Assert.Equal(500, await AskAsync<long>(
            $"""
            SELECT count(*) FROM OrleansStorage
             WHERE GrainIdExtensionString LIKE 'inc/{run}-%' AND Version = 8
               AND convert_from(PayloadBinary, 'UTF8')::jsonb ->> 'number' = '8'
            """));
    }

    [Fact]
    public async Task Of_silos_that_race_for_a_row_exactly_one_wins()
    {
        await using var other = Silo.Create<BatchingGrainStorage>();
        await using var third = Silo.Create<BatchingGrainStorage>();
        BatchingGrainStorage[] silos = [(BatchingGrainStorage)Storage, other, third];
        GrainId[] grains = [.. Enumerable.Range(0, 40).Select(_ => Grain(Guid.NewGuid().ToString()))];
        for (var round = 1; round <= 5; round++)
        {
            // The first round races to insert, the others to update. Each silo writes all rows at once, so that batches overlap.
            var winners = await Task.WhenAll(silos.SelectMany((storage, number) => grains.Select(grain => Task.Run(async () =>
            {
                var state = new GrainState<ProcessState>(State(grain, (10 * round) + number));
                if (round > 1)
                {
                    state.ETag = $"{round - 1}";
                    state.RecordExists = true;
                }

                try
                {
                    await storage.WriteStateAsync("conformance", grain, state);
                    return (Grain: grain, State: state.State);
                }
                catch (InconsistentStateException)
                {
                    return (grain, null);
                }
            }))));

            foreach (var grain in winners.GroupBy(winner => winner.Grain))
            {
                var won = Assert.Single(grain, winner => winner.State is not null);
                var rests = await ReadAsync(grain.Key);
                Assert.Equal((won.State, $"{round}"), (rests.State, rests.ETag));
            }
        }
    }

    [Fact]
    public async Task Nobody_is_told_success_for_what_is_not_in_the_table_when_connections_break()
    {
        using var enough = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 64).Select(writer => Task.Run(async () =>
        {
            var grain = Grain(Guid.NewGuid().ToString());
            var state = new GrainState<ProcessState>();
            var (acknowledged, failures) = (0, 0);
            while (!enough.IsCancellationRequested)
            {
                var tried = acknowledged + 1;
                state.State = State(grain, tried);
                try
                {
                    await WriteAsync(grain, state);
                    acknowledged = tried;
                }
                catch (Exception exception) when (exception is StorageException or InconsistentStateException)
                {
                    // As an activation that begins anew does; what failed may have happened or not.
                    failures++;
                    state = await ReadAgainAsync(grain);
                    Assert.InRange(state.State!.Number, acknowledged, tried);
                    acknowledged = state.State.Number;
                }
            }

            Assert.Equal(acknowledged, (await ReadAgainAsync(grain)).State!.Number);
            return failures;
        })).ToArray();
        var broken = 0L;
        await using var breaker = await Silo.Database.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        using (var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20)))
        {
            for (var round = 0; round < 25 && await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken); round++)
            {
                broken += await BreakAsync(breaker);
            }
        }

        await enough.CancelAsync();

        var failed = (await Task.WhenAll(writers)).Sum();
        Assert.True(broken > 0 && failed > 0, $"{broken} connections were broken, and {failed} writes failed.");
    }

    [Fact]
    public async Task A_state_that_the_database_cannot_hold_fails_alone()
    {
        var run = Guid.NewGuid().ToString("N");
        Task[] writes = [.. Enumerable.Range(0, 60).Select(number => WriteFirstAsync(Grain(number == 33 ? $"{run}\0" : $"{run}-{number}"), number))];

        await Assert.ThrowsAsync<ArgumentException>(() => Task.WhenAll(writes));

        Assert.Equal([33], Enumerable.Range(0, 60).Where(number => writes[number].IsFaulted));
        Assert.Equal(59, await AskAsync<long>($"SELECT count(*) FROM OrleansStorage WHERE GrainIdExtensionString LIKE 'inc/{run}-%'"));
    }

    [Fact]
    public async Task What_was_taken_in_is_written_before_disposal_ends()
    {
        var storage = Silo.Create<BatchingGrainStorage>();
        var run = Guid.NewGuid().ToString("N");
        Task[] writes =
        [
            .. Enumerable.Range(0, 300).Select(number =>
            {
                var grain = Grain($"{run}-{number}");
                return storage.WriteStateAsync("conformance", grain, new GrainState<ProcessState>(State(grain, number)));
            }),
        ];

        await storage.DisposeAsync();

        Assert.Equal(300, await AskAsync<long>($"SELECT count(*) FROM OrleansStorage WHERE GrainIdExtensionString LIKE 'inc/{run}-%'"));
        await Task.WhenAll(writes);
    }

    private async Task<GrainState<ProcessState>> ReadAgainAsync(GrainId grain)
    {
        while (true)
        {
            try
            {
                return await ReadAsync(grain);
            }
            catch (StorageException)
            {
                // Broken off, too.
            }
        }
    }

    /// <summary>Breaks every connection to the database but the one given.</summary>
    private static async Task<long> BreakAsync(NpgsqlConnection breaker)
    {
        await using var command = breaker.CreateCommand();
        command.CommandText =
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
