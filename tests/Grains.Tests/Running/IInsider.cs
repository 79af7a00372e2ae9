using Canvass.Contracts.Owners;
using Canvass.Grains.Owners;
using Canvass.Grains.Registry;

namespace Canvass.Grains.Tests.Running;

/// <summary>Calls grains from within the grid, as other grains do.</summary>
[Alias("canvass.tests.IInsider")]
internal interface IInsider : IGrainWithStringKey
{
    /// <summary>Hands an ask to the camera that is the grain's key.</summary>
    [Alias("Forward")]
    Task<AskReceipt?> ForwardAsync(RegistryEntry? row, Ask ask);
}
