namespace Canvass.Storage.Tests.Fixtures;

/// <summary>A silo on a PostgreSQL database of its own, whose processes Microsoft.Orleans.Persistence.AdoNet keeps.</summary>
public sealed class StockPostgresSilo(SharedPostgres server) : PostgresSilo(server)
{
    protected override async Task<IEnumerable<KeyValuePair<string, string?>>> SettingsAsync() =>
        [.. await base.SettingsAsync(), new("Canvass:GroupCommit", "false")];
}
