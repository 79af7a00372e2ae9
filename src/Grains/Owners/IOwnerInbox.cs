using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;
using Canvass.Grains.Boundary;

namespace Canvass.Grains.Owners;

/// <summary>The inbox of one owner; its key is an <see cref="OwnerKey"/>. Within the grid only.</summary>
[Alias("canvass.IOwnerInbox"), GrainInterfaceType("Canvass.Grains.Owners.IOwnerInbox"), GridInternal]
internal interface IOwnerInbox : IGrainWithStringKey
{
    /// <summary>Takes in an ask. An owner has one ask of an incident: a repeat changes nothing, nor does an ask that was withdrawn before it
    /// came.</summary>
    [Alias("Receive")]
    Task ReceiveAsync(Ask ask);

    /// <summary>Takes an ask back; a repeat changes nothing.</summary>
    [Alias("Withdraw")]
    Task WithdrawAsync(IncidentKey incident);
}
