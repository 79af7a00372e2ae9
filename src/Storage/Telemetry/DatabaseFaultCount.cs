using Canvass.Contracts.Refusals;

namespace Canvass.Storage.Telemetry;

/// <summary>Counts the grain calls that failed because the database could not be used. It stands around <see cref="StorageFaultFilter"/>,
/// which tells such failures from others; what failed within a call fails that call too, and counts again.</summary>
public sealed class DatabaseFaultCount(StorageMeter meter) : IIncomingGrainCallFilter
{
    /// <inheritdoc/>
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (GridUnavailableException exception)
        {
            meter.DatabaseFailed(exception.IsOutOfRoom);
            throw;
        }
    }
}
