using Canvass.Contracts.Grid;
using Canvass.Contracts.Incidents;
using Canvass.Grains.Incidents;
using Canvass.Grains.Storage;
using Canvass.Storage.Incidents;
using Canvass.Storage.Sqlite;
using Canvass.Storage.Tests.Fixtures;

namespace Canvass.Storage.Tests.Incidents;

[Trait("Category", "Storage")]
public sealed class SqliteIncidentIndexTests : IncidentIndexConformance
{
    private readonly TestDatabase _database = new();
    private readonly TestMeter _meter = new();

    public override ValueTask DisposeAsync()
    {
        _database.Dispose();
        _meter.Dispose();
        return base.DisposeAsync();
    }

    protected override async Task<(IIncidentIndex Index, IProcessStore Store)> CreateAsync()
    {
        await _database.MigrateAsync();
        return (new SqliteIncidentIndex(_database.Database), TestProcesses.Store(_database.Database, _meter.Meter));
    }

    [Theory]
    [InlineData(null, "SEARCH incident USING INDEX incident_by_report (reported_at<?)")]
    [InlineData(IncidentStatus.Active, "SEARCH incident USING INDEX incident_by_status (status=? AND reported_at<?)")]
    public async Task A_page_begins_in_an_index_and_needs_no_sorting(IncidentStatus? status, string expected)
    {
        var query = new IncidentQuery { Status = status, From = DateTimeOffset.UnixEpoch, Box = new(-85, 33, -84, 34) };

        var plan = await _database.Database.ReadAsync(
            connection =>
            {
                using var command = SqliteIncidentIndex.Select(connection, query, new(DateTimeOffset.UnixEpoch, "apd:1"));
                command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
                return command.ReadAll(row => row.GetString(3));
            },
            Cancellation);

        Assert.Equal(expected, Assert.Single(plan));
    }
}
