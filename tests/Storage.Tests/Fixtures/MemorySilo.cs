using Canvass.Storage.Memory;

namespace Canvass.Storage.Tests.Fixtures;

/// <summary>A silo that keeps nothing.</summary>
public sealed class MemorySilo : SiloFixture
{
    protected override void AddStorage(ISiloBuilder silo) => silo.AddCanvassMemoryStorage();
}
