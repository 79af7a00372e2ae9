using Npgsql;

namespace Canvass.PeerService;

/// <summary>The service's connections to PostgreSQL.</summary>
internal static class PeerDatabase
{
    private const int MaxPoolSize = 32;
    private const int MaxAutoPrepare = 16;

    /// <summary>Opens a pool whose connections prepare each statement at its first use and plan it once.</summary>
    public static NpgsqlDataSource Open(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxPoolSize = MaxPoolSize,
            MaxAutoPrepare = MaxAutoPrepare,
            AutoPrepareMinUsages = 1,
            NoResetOnClose = true,
            Options = "-c plan_cache_mode=force_generic_plan",
        };
        return NpgsqlDataSource.Create(settings);
    }

    /// <summary>A statement with its parameters, in order.</summary>
    public static NpgsqlCommand Statement(this NpgsqlDataSource database, string sql, params ReadOnlySpan<NpgsqlParameter> values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value);
        }

        return command;
    }

    /// <summary>The value of a parameter.</summary>
    public static NpgsqlParameter Value<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };
}
