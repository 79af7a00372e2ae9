using Microsoft.Data.Sqlite;

namespace Canvass.Storage.Sqlite;

/// <summary>A connection that holds the writers' gate from its opening to its closing.</summary>
internal sealed class SqliteWriterConnection(string connectionString, SemaphoreSlim gate) : SqliteConnection(connectionString)
{
    private int _holdsGate;

    /// <inheritdoc/>
    public override void Open()
    {
        gate.Wait();
        OpenBehindGate();
    }

    /// <inheritdoc/>
    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        OpenBehindGate();
    }

    /// <inheritdoc/>
    public override void Close()
    {
        base.Close();
        Release();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Release();
    }

    private void OpenBehindGate()
    {
        Volatile.Write(ref _holdsGate, 1);
        try
        {
            base.Open();

            // Of the connection, not of the file. FULL: a commit is on the disk before it is acknowledged.
            using var pragmas = CreateCommand();
            pragmas.CommandText = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;";
            pragmas.ExecuteNonQuery();
        }
        catch
        {
            Close();
            throw;
        }
    }

    private void Release()
    {
        if (Interlocked.Exchange(ref _holdsGate, 0) == 1)
        {
            gate.Release();
        }
    }
}
