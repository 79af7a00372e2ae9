using Canvass.Contracts.Refusals;
using Canvass.Grains.Boundary;
using Orleans.Concurrency;

namespace Canvass.Grains.Canvasses;

/// <summary>An incident, as its canvasses know it; its key is an <see cref="Canvass.Contracts.Keys.IncidentKey"/>. Within the grid only.</summary>
[Alias("canvass.ICanvassAdmission"), GrainInterfaceType("Canvass.Grains.Canvasses.ICanvassAdmission"), GridInternal]
internal interface ICanvassAdmission : IGrainWithStringKey
{
    /// <summary>Commits the decision to send a canvass: from here on it is sent, whatever fails. A repeat changes nothing.</summary>
    /// <param name="ordinal">The canvass.</param>
    /// <returns>When it was first decided.</returns>
    /// <exception cref="RefusedException">The canvass is unknown or closed, the incident is over, or it has had its canvasses.</exception>
    [Alias("Admit")]
    Task<DateTimeOffset> AdmitAsync(int ordinal);

    /// <summary>When the sending of a canvass was decided; null if it was not.</summary>
    /// <param name="ordinal">The canvass.</param>
    [Alias("FindSentAt"), AlwaysInterleave]
    Task<DateTimeOffset?> FindSentAtAsync(int ordinal);
}
