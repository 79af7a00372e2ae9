using Canvass.Contracts.Owners;
using Canvass.Grains.Boundary;

namespace Canvass.Grains.Cameras;

/// <summary>The way of an ask through a camera to its owner; within the grid only.</summary>
[Alias("canvass.ICameraAsks"), GrainInterfaceType("Canvass.Grains.Cameras.ICameraAsks"), GridInternal]
internal interface ICameraAsks : IGrainWithStringKey
{
    /// <summary>Hands an ask on to the camera's owner; idempotent.</summary>
    /// <returns>False where the camera is gone or belongs to somebody else by now: nothing was handed on.</returns>
    [Alias("Forward")]
    Task<bool> ForwardAsync(Ask ask);
}
