using Canvass.Grains.Idempotency;
using Canvass.Storage.Memory;

namespace Canvass.Storage.Tests.Idempotency;

[Trait("Category", "Unit")]
public sealed class MemoryIdempotencyKeysTests : IdempotencyKeysConformance
{
    private readonly MemoryIdempotencyKeys _keys = new();

    protected override Task<IIdempotencyKeys> CreateAsync() => Task.FromResult<IIdempotencyKeys>(_keys);

    protected override Task<long> CountAsync() => Task.FromResult((long)_keys.Count);
}
