using Canvass.Contracts.Owners;
using Canvass.Grains.Boundary;

namespace Canvass.Grains.Owners;

/// <summary>One owner; its key is an <see cref="Canvass.Contracts.Keys.OwnerKey"/>. Within the grid only.</summary>
[Alias("canvass.IOwnerGrain"), GrainInterfaceType("Canvass.Grains.Owners.IOwnerGrain"), GridInternal]
internal interface IOwnerGrain : IGrainWithStringKey
{
    /// <summary>Takes in an ask, at once or when the owner's weekly limit and quiet hours allow it. An owner has one ask about an incident: a repeat
    /// changes nothing, except that a pending ask whose time has come is delivered.</summary>
    /// <param name="ask">The ask.</param>
    /// <param name="passesQuietHours">Whether it is so urgent that quiet hours do not hold it up.</param>
    [Alias("Receive")]
    Task<AskReceipt> ReceiveAsync(Ask ask, bool passesQuietHours);
}
