using Canvass.Contracts.Owners;
using Canvass.Grains.Boundary;
using Canvass.Grains.Owners;
using Canvass.Grains.Registry;

namespace Canvass.Grains.Cameras;

/// <summary>The way of an ask through a camera to its owner; within the grid only.</summary>
[Alias("canvass.ICameraAsks"), GrainInterfaceType("Canvass.Grains.Cameras.ICameraAsks"), GridInternal]
internal interface ICameraAsks : IGrainWithStringKey
{
    /// <summary>Hands an ask on to the camera's owner; a repeat changes nothing.</summary>
    /// <param name="row">The camera's row, as it was read for the batch of asks; null if it has none.</param>
    /// <param name="ask">The ask.</param>
    /// <param name="passesQuietHours">Whether quiet hours do not hold it up.</param>
    /// <returns>What became of it; null if the camera is gone or belongs to another owner by now: nothing was handed on.</returns>
    [Alias("HandOn")]
    Task<AskReceipt?> ForwardAsync(RegistryEntry? row, Ask ask, bool passesQuietHours);
}
