using System.Net;
using Canvass.Storage.Tests.Fixtures;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Messaging;

namespace Canvass.Storage.Tests.Postgres;

/// <summary>What Orleans asks of a membership table, through its own provider.</summary>
[Trait("Category", "Storage")]
public sealed class MembershipTests(SharedPostgres server) : IAsyncLifetime
{
    private static readonly DateTime Start = new(2026, 1, 31, 23, 59, 59, 123, DateTimeKind.Utc);

    private TestPostgres? _database;
    private IHost? _silo;
    private IHost? _client;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IMembershipTable Table => _silo!.Services.GetRequiredService<IMembershipTable>();

    public async ValueTask InitializeAsync()
    {
        _database = await TestPostgres.CreateMigratedAsync(server);
        _silo = Build(builder => builder.UseOrleans(silo => silo.AddCanvassClustering().Configure<ClusterOptions>(Name)));
        _client = Build(builder => builder.UseOrleansClient(client => client.AddCanvassClustering().Configure<ClusterOptions>(Name)));
        await Table.InitializeMembershipTableAsync(true, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Dispose(_client);
        await Dispose(_silo);
        await _database!.DisposeAsync();

        static async Task Dispose(IHost? host)
        {
            if (host is IAsyncDisposable disposable)
            {
                await disposable.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task A_new_cluster_has_a_version_and_no_silo()
    {
        var table = await Table.ReadAllAsync(Cancellation);

        Assert.Empty(table.Members);
        Assert.Equal(0, table.Version.Version);
    }

    [Fact]
    public async Task An_inserted_silo_reads_back_and_raises_the_version()
    {
        var entry = Entry(1);
        Assert.True(await InsertAsync(entry));

        var row = await Table.ReadRowAsync(entry.SiloAddress, Cancellation);

        var (read, _) = Assert.Single(row.Members);
        Assert.Equal(1, row.Version.Version);
        Assert.Equal(
            (entry.SiloAddress, entry.SiloName, entry.HostName, entry.Status, entry.ProxyPort, entry.StartTime, entry.IAmAliveTime),
            (read.SiloAddress, read.SiloName, read.HostName, read.Status, read.ProxyPort, read.StartTime, read.IAmAliveTime));
    }

    [Fact]
    public async Task A_silo_is_inserted_once()
    {
        Assert.True(await InsertAsync(Entry(1)));
        Assert.False(await InsertAsync(Entry(1)));

        Assert.Equal(1, (await Table.ReadAllAsync(Cancellation)).Version.Version);
    }

    [Fact]
    public async Task Who_does_not_know_the_newest_version_changes_nothing()
    {
        var before = (await Table.ReadAllAsync(Cancellation)).Version;
        Assert.True(await InsertAsync(Entry(1)));

        Assert.False(await Table.InsertRowAsync(Entry(2), before.Next(), Cancellation));
        Assert.False(await Table.UpdateRowAsync(With(Entry(1), SiloStatus.Dead), before.VersionEtag, before.Next(), Cancellation));

        var (read, _) = Assert.Single((await Table.ReadAllAsync(Cancellation)).Members);
        Assert.Equal(SiloStatus.Active, read.Status);
    }

    [Fact]
    public async Task Of_silos_that_enter_at_once_with_one_version_exactly_one_does()
    {
        var before = (await Table.ReadAllAsync(Cancellation)).Version;

        var entered = await Task.WhenAll(Enumerable.Range(1, 8).Select(
            number => Task.Run(() => Table.InsertRowAsync(Entry(number), before.Next(), Cancellation))));

        Assert.Single(entered, true);
        var after = await Table.ReadAllAsync(Cancellation);
        Assert.Single(after.Members);
        Assert.Equal(1, after.Version.Version);
    }

    [Fact]
    public async Task Silos_that_read_again_until_they_enter_all_do()
    {
        await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Task.Run(async () =>
        {
            while (!await InsertAsync(Entry(number)))
            {
            }
        })));

        var after = await Table.ReadAllAsync(Cancellation);
        Assert.Equal(8, after.Members.Count);
        Assert.Equal(8, after.Version.Version);
    }

    [Fact]
    public async Task A_vote_against_a_silo_is_kept_with_who_cast_it_and_when()
    {
        await InsertAsync(Entry(1));
        var table = await Table.ReadAllAsync(Cancellation);
        var (entry, etag) = table.Members.Single();
        var voter = Entry(2).SiloAddress;
        entry.AddSuspector(voter, Start);

        Assert.True(await Table.UpdateRowAsync(With(entry, SiloStatus.Dead), etag, table.Version.Next(), Cancellation));

        var (read, _) = (await Table.ReadAllAsync(Cancellation)).Members.Single();
        Assert.Equal(SiloStatus.Dead, read.Status);
        Assert.Equal([Tuple.Create(voter, Start)], read.SuspectTimes);
    }

    [Fact]
    public async Task A_sign_of_life_raises_no_version()
    {
        var entry = Entry(1);
        await InsertAsync(entry);
        entry.IAmAliveTime = Start.AddMinutes(1);

        await Table.UpdateIAmAliveAsync(entry, Cancellation);

        var table = await Table.ReadAllAsync(Cancellation);
        Assert.Equal((1, Start.AddMinutes(1)), (table.Version.Version, table.Members.Single().Item1.IAmAliveTime));
    }

    [Fact]
    public async Task A_client_is_told_the_gateways_of_active_silos()
    {
        await InsertAsync(Entry(1));
        await InsertAsync(With(Entry(2), SiloStatus.Dead));
        var third = Entry(3);
        third.ProxyPort = 0;
        await InsertAsync(third);
        var provider = _client!.Services.GetRequiredService<IGatewayListProvider>();
        await provider.InitializeGatewayListProvider();

        var gateway = Assert.Single(await provider.GetGateways());

        Assert.Equal((Entry(1).SiloAddress.Endpoint.Address.ToString(), 30_001), (gateway.Host, gateway.Port));
    }

    [Fact]
    public async Task Dead_silos_of_long_ago_are_forgotten_and_active_ones_never()
    {
        await InsertAsync(Entry(1));
        await InsertAsync(With(Entry(2), SiloStatus.Dead));
        var fresh = With(Entry(3), SiloStatus.Dead);
        fresh.IAmAliveTime = Start.AddDays(2);
        await InsertAsync(fresh);

        await Table.CleanupDefunctSiloEntriesAsync(Start.AddDays(1), Cancellation);

        var left = (await Table.ReadAllAsync(Cancellation)).Members.Select(member => member.Item1.SiloAddress);
        Assert.Equal(new[] { Entry(1).SiloAddress, Entry(3).SiloAddress }.ToHashSet(), left.ToHashSet());
    }

    [Fact]
    public async Task A_cluster_is_forgotten_whole()
    {
        await InsertAsync(Entry(1));

        await Table.DeleteMembershipTableEntriesAsync("canvass", Cancellation);

        Assert.Equal(0, await _database!.AskAsync<long>(
            "SELECT (SELECT count(*) FROM OrleansMembershipTable) + (SELECT count(*) FROM OrleansMembershipVersionTable)"));
    }

    private static void Name(ClusterOptions options) => (options.ClusterId, options.ServiceId) = ("canvass", "canvass");

    private static MembershipEntry Entry(int number) => new()
    {
        SiloAddress = SiloAddress.New(IPAddress.Loopback, 11_000 + number, number),
        SiloName = $"Silo {number}",
        HostName = "host",
        Status = SiloStatus.Active,
        ProxyPort = 30_000 + number,
        StartTime = Start,
        IAmAliveTime = Start,
    };

    private static MembershipEntry With(MembershipEntry entry, SiloStatus status)
    {
        entry.Status = status;
        return entry;
    }

    private async Task<bool> InsertAsync(MembershipEntry entry) =>
        await Table.InsertRowAsync(entry, (await Table.ReadAllAsync(Cancellation)).Version.Next(), Cancellation);

    private IHost Build(Action<HostApplicationBuilder> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Canvass:Database", _database!.ConnectionString)]);
        builder.Logging.ClearProviders();
        configure(builder);
        return builder.Build();
    }
}
