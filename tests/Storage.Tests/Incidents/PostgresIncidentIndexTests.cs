using System.Globalization;
using Canvass.Contracts.Grid;
using Canvass.Contracts.Incidents;
using Canvass.Grains.Incidents;
using Canvass.Grains.Storage;
using Canvass.Storage.Incidents;
using Canvass.Storage.Processes;
using Canvass.Storage.Tests.Fixtures;

namespace Canvass.Storage.Tests.Incidents;

[Trait("Category", "Storage")]
public sealed class PostgresIncidentIndexTests(SharedPostgres server) : IncidentIndexConformance
{
    private readonly TestMeter _meter = new();
    private TestPostgres? _database;
    private ProcessStore? _store;

    private TestPostgres Database => _database!;

    public override async ValueTask DisposeAsync()
    {
        await _store!.DisposeAsync();
        await Database.DisposeAsync();
        _meter.Dispose();
        await base.DisposeAsync();
    }

    protected override async Task<(IIncidentIndex Index, IProcessStore Store)> CreateAsync()
    {
        _database = await TestPostgres.CreateMigratedAsync(server);
        _store = TestProcesses.Store(_database.Database, _meter.Meter);
        return (new PostgresIncidentIndex(_database.Database), _store);
    }

    [Theory]
    [InlineData(null, "Index Scan using incident_by_report")]
    [InlineData(IncidentStatus.Active, "Index Scan using incident_by_status")]
    public async Task A_page_begins_in_an_index_and_needs_no_sorting(IncidentStatus? status, string expected)
    {
        await Database.AskAsync<object>(
            """
            INSERT INTO incident SELECT 'apd:' || n, n, CASE n % 3 WHEN 0 THEN 'active' ELSE 'closed' END, n, n, n, 33.5, -84.5, '{}'
              FROM generate_series(1, 20000) AS n;
            ANALYZE incident; SELECT 1;
            """);
        var query = new IncidentQuery { Status = status, From = DateTimeOffset.MinValue.AddTicks(10), Box = new(-85, 33, -84, 34) };
        var (sql, parameters) = PostgresIncidentIndex.Select(query, new(DateTimeOffset.MinValue.AddTicks(15_000), "apd:1"));
        for (var i = parameters.Count; i > 0; i--)
        {
            var value = Convert.ToString(parameters[i - 1].Value, CultureInfo.InvariantCulture)!;
            sql = sql.Replace($"${i}", parameters[i - 1].Value is string ? $"'{value}'" : value, StringComparison.Ordinal);
        }

        var plan = await Database.PlanAsync(sql);

        Assert.Contains(expected, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
    }
}
