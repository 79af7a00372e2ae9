using System.Text;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;
using Canvass.Geo.Positions;
using Canvass.Grains.Incidents;
using Canvass.Grains.Outbox;
using Canvass.Grains.Owners;
using Canvass.Grains.Storage;
using Canvass.Storage.Processes;

namespace Canvass.Storage.Tests.Processes;

/// <summary>What every store of processes does: a state and its effects are one commit.</summary>
public abstract class ProcessStoreConformance : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Tables = ["OrleansStorage", "incident", "incident_event", "ask", "outbox"];

    /// <summary>The stores of as many silos.</summary>
    private IReadOnlyList<ProcessStore> _stores = [];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ProcessStore Store => _stores[0];

    public async ValueTask InitializeAsync() => _stores = await CreateAsync();

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task State_and_effects_are_stored_together()
    {
        Assert.Equal(1, await CommitAsync("a", null, Effects("a")));

        Assert.Equal((1, "{}"), await ReadAsync("a"));
        Assert.Equal(new long[] { 2, 1, 1, 1, 1 }, await CountsAsync());
    }

    [Fact]
    public async Task Conflict_of_one_grain_fails_its_state_and_effects_alone()
    {
        await CommitAsync("a", null);
        await CommitAsync("b", null);
        var before = await CountsAsync();

        var results = await Task.WhenAll(CommitAsync("a", 7, Effects("a")), CommitAsync("b", 1, Effects("b")), CommitAsync("c", null, Effects("c")), CommitAsync("b2", 1, Effects("b2")));

        Assert.Equal([null, 2, 1, null], results);
        Assert.Equal(new[] { before[0] + 3, 2, 2, 2, 2 }, await CountsAsync());
        Assert.Equal(1, (await ReadAsync("a"))!.Value.Version);
    }

    [Fact]
    public async Task Of_silos_that_race_for_a_state_one_wins_and_only_its_effects_are_there()
    {
        for (var round = 0; round < 5; round++)
        {
            var results = await Task.WhenAll(_stores.Select((store, silo) => store.CommitAsync(
                new() { Key = Key("raced"), Version = round == 0 ? null : round, Payload = "{}"u8.ToArray(), Effects = Effects($"raced-{round}-{silo}") }, Cancellation)));

            Assert.Equal(round + 1, Assert.Single(results, result => result is not null));
            Assert.Equal(round + 1, (await CountsAsync())[3]);
        }
    }

    [Fact]
    public async Task Failure_of_any_statement_leaves_nothing_behind()
    {
        await CommitAsync("known", null);
        foreach (var table in Tables)
        {
            await BreakAsync(table);
            foreach (var (name, version) in new[] { ("new", (int?)null), ("known", 1) })
            {
                var before = await CountsAsync();
                await Assert.ThrowsAnyAsync<Exception>(() => CommitAsync(name, version, Effects(name)));
                Assert.Equal(before, await CountsAsync());
            }

            await MendAsync(table);
        }

        Assert.Equal((1, "{}"), await ReadAsync("known"));
        Assert.Equal(2, await CommitAsync("known", 1, Effects("known")));
    }

    [Fact]
    public async Task Every_printable_character_works_in_every_id()
    {
        var characters = Enumerable.Range(0x21, 0x5E).Select(code => (char)code).Append('é').ToList();
        foreach (var character in characters)
        {
            var incident = new IncidentKey("s", $"{character}1{character}");
            var owner = new OwnerKey($"o{character}");
            Assert.Equal(1, await Store.CommitAsync(
                new() { Key = new(incident.ToString(), "incident"), Payload = "{}"u8.ToArray(), Effects = Effects(incident, owner) }, Cancellation));
            Assert.Equal(2, await Store.CommitAsync(
                new() { Key = new(incident.ToString(), "incident"), Version = 1, Payload = "{}"u8.ToArray() }, Cancellation));
            Assert.NotNull(await Store.ReadAsync(new(incident.ToString(), "incident"), Cancellation));
        }

        Assert.Equal(characters.Count, (await CountsAsync())[3]);
    }

    [Fact]
    public async Task Five_hundred_grains_that_commit_again_and_again_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 500).Select(async writer =>
        {
            for (var version = 0; version < 4; version++)
            {
                Assert.Equal(version + 1, await CommitAsync($"many-{writer}", version == 0 ? null : version));
            }
        }));

        Assert.Equal(500, (await CountsAsync())[0]);
    }

    [Fact]
    public async Task Deleted_state_is_gone_and_only_its_version_deletes_it()
    {
        await CommitAsync("a", null);

        Assert.Null(await Store.CommitAsync(new() { Key = Key("a"), Version = 2 }, Cancellation));
        Assert.Equal(0, await Store.CommitAsync(new() { Key = Key("a"), Version = 1 }, Cancellation));

        Assert.Null(await ReadAsync("a"));
        Assert.Equal(1, await CommitAsync("a", null));
    }

    [Fact]
    public async Task What_was_submitted_is_stored_before_disposal_ends()
    {
        var commits = Enumerable.Range(0, 200).Select(number => CommitAsync($"last-{number}", null)).ToArray();

        await Store.DisposeAsync();

        await Task.WhenAll(commits);
        Assert.Equal(200, (await CountsAsync())[0]);
    }

    [Fact]
    public async Task Ask_is_stored_once_and_only_a_pending_one_changes()
    {
        await PutAsync(AskState.Pending, Noon);
        await PutAsync(AskState.Delivered, Noon.AddHours(1));
        await PutAsync(AskState.Delivered, Noon.AddHours(2));

        var ask = Assert.Single(await Asks.RecentAsync(new("o"), Noon, Cancellation));
        Assert.Equal((AskState.Delivered, Noon.AddHours(1)), (ask.State, ask.At));
        Assert.Equal(["c1", "c2"], ask.Cameras.Select(camera => camera.Id));
        Assert.Equal([new OwnerKey("o")], await Asks.AskedAsync(new("s", "1"), Cancellation));
        Assert.Equal(new OpenAsks(1, Noon.AddDays(2)), await Asks.OpenAsync(new(new("s", "1"), 1), Cancellation));

        await Store.CommitAsync(new() { Effects = [new EndAsks(new(new("s", "1"), 1), AskState.Expired, Noon.AddDays(1), ExpiredOnly: true)] }, Cancellation);
        Assert.Equal(1, (await Asks.OpenAsync(new(new("s", "1"), 1), Cancellation)).Count);
        await Store.CommitAsync(new() { Effects = [new EndAsks(new(new("s", "1"), 1), AskState.Expired, Noon.AddDays(2), ExpiredOnly: true)] }, Cancellation);
        Assert.Equal(new OpenAsks(0, null), await Asks.OpenAsync(new(new("s", "1"), 1), Cancellation));

        Assert.Equal(0, await Asks.PruneAsync(Noon.AddDays(2), Cancellation));
        Assert.Equal(1, await Asks.PruneAsync(Noon.AddDays(3), Cancellation));

        Task PutAsync(AskState state, DateTimeOffset at) => Store.CommitAsync(new() { Effects = [new PutAsk(Ask(new("s", "1"), new("o"), state, at))] }, Cancellation);
    }

    [Fact]
    public async Task Pending_asks_are_read_the_earliest_due_first()
    {
        await Store.CommitAsync(
            new() { Effects = [.. Enumerable.Range(0, 5).Select(i => new PutAsk(Ask(new("s", "1"), new($"o{i}"), i == 3 ? AskState.Delivered : AskState.Pending, Noon.AddHours(-i))))] },
            Cancellation);

        Assert.Equal(["o4", "o2", "o1", "o0"], (await Asks.PendingAsync(new(new("s", "1"), 1), Cancellation)).Select(ask => ask.Owner.Id));
    }

    [Fact]
    public async Task Message_is_claimed_by_one_dispatcher_until_its_lease_ends()
    {
        var message = OutboxMessage.Create("canvass", "can/s/1/1", "Deliver", Noon);
        var later = OutboxMessage.Create("canvass", "can/s/1/1", "Expire", Noon, Noon.AddDays(1));
        await Store.CommitAsync(new() { Effects = [new Enqueue(message), new Enqueue(later)] }, Cancellation);

        Assert.Empty(await Outbox.ClaimAsync(Noon, TimeSpan.FromSeconds(20), 10, Cancellation));
        Assert.Equal(new OutboxLevel(1, Noon, 0), await Outbox.MeasureAsync(Noon, Cancellation));
        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Outbox.ClaimAsync(message.LeasedUntil, TimeSpan.FromSeconds(20), 10, Cancellation)));

        var claimed = Assert.Single(claims.SelectMany(claim => claim));
        Assert.Equal(message with { LeasedUntil = message.LeasedUntil.AddSeconds(20) }, claimed);
        await Store.CommitAsync(new() { Effects = [new Complete(message)] }, Cancellation);
        Assert.Equal(2, (await Outbox.ListAsync(false, 10, Cancellation)).Count);
        await Store.CommitAsync(new() { Effects = [new Complete(claimed)] }, Cancellation);
        Assert.Equal(later.Id, Assert.Single(await Outbox.ListAsync(false, 10, Cancellation)).Id);
    }

    [Fact]
    public async Task Message_that_failed_comes_again_and_a_parked_one_when_an_operator_says_so()
    {
        var message = OutboxMessage.Create("canvass", "can/s/1/1", "Deliver", Noon);
        await Store.CommitAsync(new() { Effects = [new Enqueue(message)] }, Cancellation);

        await Outbox.PutOffAsync(message, Noon.AddMinutes(5), "TimeoutException", Cancellation);
        Assert.Empty(await Outbox.ClaimAsync(Noon.AddMinutes(4), TimeSpan.FromSeconds(20), 10, Cancellation));
        var again = Assert.Single(await Outbox.ClaimAsync(Noon.AddMinutes(5), TimeSpan.FromSeconds(20), 10, Cancellation));
        Assert.Equal((1, Noon), (again.Attempts, again.NotBefore));

        await Outbox.PutOffAsync(again, null, "IOException", Cancellation);
        Assert.Empty(await Outbox.ClaimAsync(Noon.AddYears(5), TimeSpan.FromSeconds(20), 10, Cancellation));
        var parked = Assert.Single(await Outbox.ListAsync(true, 10, Cancellation));
        Assert.Equal((true, 2, "IOException"), (parked.IsParked, parked.Attempts, parked.LastError));
        Assert.Equal(new OutboxLevel(0, null, 1), await Outbox.MeasureAsync(Noon.AddDays(1), Cancellation));

        Assert.Equal(0, await Outbox.RetryAsync(Guid.NewGuid(), Noon, Cancellation));
        Assert.Equal(1, await Outbox.RetryAsync(null, Noon, Cancellation));
        Assert.Equal(0, Assert.Single(await Outbox.ClaimAsync(Noon, TimeSpan.FromSeconds(20), 10, Cancellation)).Attempts);
    }

    protected abstract IAskTable Asks { get; }

    protected abstract IOutbox Outbox { get; }

    protected static IReadOnlyList<string> AllTables => Tables;

    private protected abstract Task<IReadOnlyList<ProcessStore>> CreateAsync();

    protected abstract Task<long> CountAsync(string table);

    /// <summary>Lets every insert into a table fail.</summary>
    protected abstract Task BreakAsync(string table);

    protected abstract Task MendAsync(string table);

    private static ProcessKey Key(string name) => new($"inc/s/{name}", "incident");

    private static Ask Ask(IncidentKey incident, OwnerKey owner, AskState state, DateTimeOffset at) => new()
    {
        Owner = owner,
        Incident = incident,
        Canvass = 1,
        Cameras = [new("c1"), new("c2")],
        FootageUntil = Noon.AddDays(1),
        ExpiresAt = Noon.AddDays(2),
        State = state,
        At = at,
    };

    private static IReadOnlyList<Effect> Effects(string name) => Effects(new("s", name), new($"owner-of-{name}"));

    /// <summary>One of every kind.</summary>
    private static IReadOnlyList<Effect> Effects(IncidentKey incident, OwnerKey owner)
    {
        var report = new IncidentReport
        {
            Key = incident,
            Area = IncidentArea.Circle(new LatLng(33.78, -84.38)),
            Window = new(Noon.AddHours(-1), Noon),
            ReportedAt = Noon,
        };
        return
        [
            new CreateProcess(new($"can/{incident.Source}/{incident.Number}/{Guid.NewGuid()}", "canvass"), "{}"u8.ToArray()),
            new IndexIncident(new(new() { Report = report, Status = IncidentStatus.Active, CreatedAt = Noon }, new(33.78, -84.38), 1)),
            new AppendEvent(incident, new() { Sequence = 1, At = Noon, Kind = IncidentEventKind.Reported }),
            new PutAsk(Ask(incident, owner, AskState.Delivered, Noon)),
            new Enqueue(OutboxMessage.Create("canvass", $"can/{incident.Source}/{incident.Number}/1", "Deliver", Noon)),
        ];
    }

    private Task<int?> CommitAsync(string name, int? version, params IReadOnlyList<Effect> effects) =>
        Store.CommitAsync(new() { Key = Key(name), Version = version, Payload = "{}"u8.ToArray(), Effects = effects }, Cancellation);

    private async Task<(int Version, string Payload)?> ReadAsync(string name) => await Store.ReadAsync(Key(name), Cancellation) is { } stored
        ? (stored.Version, Encoding.UTF8.GetString(stored.Payload))
        : null;

    private async Task<long[]> CountsAsync()
    {
        var counts = new List<long>();
        foreach (var table in Tables)
        {
            counts.Add(await CountAsync(table));
        }

        return [.. counts];
    }
}
