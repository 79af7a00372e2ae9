using Npgsql;

namespace Canvass.Storage.Postgres;

/// <summary>A part of a migration that SQL cannot do. It runs after the migration's statements, in the same transaction.</summary>
internal interface IPostgresDataStep
{
    /// <summary>The name of the migration that it belongs to.</summary>
    string Migration { get; }

    /// <summary>Does it.</summary>
    Task RunAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken);
}
