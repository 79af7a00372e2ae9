using Canvass.Storage.Faults;
using Orleans.Storage;

namespace Canvass.Storage;

/// <summary>Tells callers of grains that storage failed, in words that leave the grid: what a provider throws differs from provider to
/// provider, is wrapped by the runtime, and means nothing to a caller in another process.</summary>
internal sealed class StorageFaultFilter(StorageFaults faults) : IIncomingGrainCallFilter
{
    /// <inheritdoc/>
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (Exception exception) when (GridFault.Of(exception) is { } explained)
        {
            faults.Note(exception);
            if (exception is InconsistentStateException)
            {
                // As the runtime does where it sees this exception, which it now does not: the next activation reads what is stored.
                context.TargetContext?.Deactivate(new(DeactivationReasonCode.ApplicationError, exception, "Another activation wrote the state."));
            }

            throw explained;
        }
    }
}
