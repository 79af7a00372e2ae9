using Canvass.Contracts.Refusals;
using Orleans.Concurrency;

namespace Canvass.Contracts.Canvasses;

/// <summary>One canvass; its key is a <see cref="Keys.CanvassKey"/>. What it acknowledges is durable.</summary>
[Alias("canvass.ICanvassGrain"), GrainInterfaceType("Canvass.Contracts.Canvasses.ICanvassGrain")]
public interface ICanvassGrain : IGrainWithStringKey
{
    /// <summary>The canvass, or null if it is unknown.</summary>
    [Alias("Get"), AlwaysInterleave]
    Task<CanvassSummary?> GetAsync();

    /// <summary>Sends a draft: from here on every owner is asked exactly once. Sending again changes nothing.</summary>
    /// <exception cref="RefusedException">The canvass is unknown or closed, its incident is over, or the incident has had its canvasses.</exception>
    [Alias("Send"), AlwaysInterleave]
    Task<CanvassSummary> SendAsync();
}
