using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Canvass.Storage.Sqlite;

/// <summary>
/// Connections for writing, one open at a time: SQLite knows one writer, and whoever waits here waits without a thread and in order, instead
/// of trying again until a timeout. Orleans' ADO.NET providers take theirs from it too.
/// </summary>
internal sealed class SqliteWriterSource(string connectionString) : DbDataSource
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <inheritdoc/>
    public override string ConnectionString => connectionString;

    /// <inheritdoc/>
    protected override DbConnection CreateDbConnection() => new SqliteWriterConnection(connectionString, _gate);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            using var pooled = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(pooled);
            _gate.Dispose();
        }

        base.Dispose(disposing);
    }
}
