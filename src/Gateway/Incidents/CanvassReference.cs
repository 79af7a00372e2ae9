using Canvass.Contracts.Canvasses;

namespace Canvass.Gateway.Incidents;

/// <summary>One of an incident's canvasses.</summary>
/// <param name="Id">Its id, <c>source:number:ordinal</c>.</param>
/// <param name="State">Where it stands.</param>
public sealed record CanvassReference(string Id, CanvassState State);
