using Canvass.Contracts.Owners;
using Canvass.Grains.Cameras;
using Canvass.Grains.Owners;
using Canvass.Grains.Registry;

namespace Canvass.Grains.Tests.Running;

/// <inheritdoc/>
[GrainType("canvass.tests.insider")]
internal sealed class InsiderGrain(IGrainFactory grains) : Grain, IInsider
{
    /// <inheritdoc/>
    public Task<AskReceipt?> ForwardAsync(RegistryEntry? row, Ask ask) =>
        grains.GetGrain<ICameraAsks>(this.GetPrimaryKeyString()).ForwardAsync(row, ask, passesQuietHours: true);
}
