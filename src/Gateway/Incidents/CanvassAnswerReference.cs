using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Keys;

namespace Canvass.Gateway.Incidents;

/// <summary>One of an incident's canvasses.</summary>
/// <param name="Id">Its id, <c>source:number:ordinal</c>.</param>
/// <param name="State">Its state.</param>
public sealed record CanvassAnswerReference(CanvassKey Id, CanvassState State);
