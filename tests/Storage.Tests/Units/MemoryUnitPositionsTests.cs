using Canvass.Grains.Units;
using Canvass.Storage.Memory;

namespace Canvass.Storage.Tests.Units;

[Trait("Category", "Unit")]
public sealed class MemoryUnitPositionsTests : UnitPositionsConformance
{
    protected override Task<IUnitPositions> CreateAsync() => Task.FromResult<IUnitPositions>(new MemoryUnitPositions());
}
