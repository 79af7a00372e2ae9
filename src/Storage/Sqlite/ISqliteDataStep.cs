using Microsoft.Data.Sqlite;

namespace Canvass.Storage.Sqlite;

/// <summary>A part of a migration that SQL cannot do. It runs after the migration's statements, in the same transaction.</summary>
internal interface ISqliteDataStep
{
    /// <summary>The name of the migration that it belongs to.</summary>
    string Migration { get; }

    /// <summary>Does it.</summary>
    void Run(SqliteConnection connection, DateTimeOffset now);
}
