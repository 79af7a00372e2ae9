using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Canvass.Storage.Postgres;

/// <summary>Asks the database for a number now and then, so that one that is gone is counted and logged before a caller meets it.</summary>
internal sealed class PostgresProbe(PostgresDatabase database, TimeProvider time, ILogger<PostgresProbe> logger) : BackgroundService
{
    /// <summary>How often it asks.</summary>
    public static TimeSpan Period { get; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await database.QueryAsync("SELECT 1", row => row.GetInt32(0), stoppingToken);
            }
            catch (StorageException)
            {
                // Counted and in the log, as every statement's failure.
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // What only watches must not end the silo, as a service that throws does.
                StorageLog.DatabaseNotAsked(logger, exception);
            }
        }
    }
}
