using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Canvass.Grains.Owners;

/// <summary>Deletes asks that ended long ago: each silo looks once an hour.</summary>
internal sealed partial class AskRetention(
    IAskTable asks, IOptions<OwnerPolicyOptions> policy, TimeProvider time, ILogger<AskRetention> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Deletes them.</summary>
    /// <returns>How many they were.</returns>
    public Task<int> PruneAsync(CancellationToken cancellationToken) =>
        asks.PruneAsync(time.GetUtcNow() - TimeSpan.FromDays(policy.Value.AskRetentionDays), cancellationToken);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PruneAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotPruned(exception.GetType().Name);
            }
        }
    }

    [LoggerMessage(2301, LogLevel.Warning, "Old asks could not be deleted ({Exception}); they are deleted in an hour.")]
    private partial void LogNotPruned(string exception);
}
