using Canvass.Contracts.Owners;
using Canvass.Grains.Boundary;

namespace Canvass.Grains.Cameras;

/// <summary>The way of an ask through a camera to its owner; within the grid only.</summary>
[Alias("canvass.ICameraAsks"), GrainInterfaceType("Canvass.Grains.Cameras.ICameraAsks"), GridInternal]
internal interface ICameraAsks : IGrainWithStringKey
{
    /// <summary>Hands an ask on to the camera's owner; idempotent.</summary>
    /// <param name="row">The camera's row, as <see cref="ICameraRegistry.FindManyAsync"/> has just read it for a whole batch; null if there was
    /// none. The camera uses it instead of reading its row itself, unless it knows a newer one.</param>
    /// <param name="ask">The ask.</param>
    /// <returns>False if the camera is gone or belongs to somebody else by now: nothing was handed on.</returns>
    [Alias("Forward")]
    Task<bool> ForwardAsync(RegistryEntry? row, Ask ask);
}
