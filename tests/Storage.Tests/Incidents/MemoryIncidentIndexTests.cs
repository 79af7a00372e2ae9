using Canvass.Grains.Incidents;
using Canvass.Storage.Memory;

namespace Canvass.Storage.Tests.Incidents;

[Trait("Category", "Unit")]
public sealed class MemoryIncidentIndexTests : IncidentIndexConformance
{
    protected override Task<IIncidentIndex> CreateAsync() => Task.FromResult<IIncidentIndex>(new MemoryIncidentIndex());
}
