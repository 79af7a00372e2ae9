using Canvass.Contracts.Positions;
using Canvass.Contracts.Units;
using Canvass.Grains.Units;

namespace Canvass.Storage.Memory;

/// <summary>Positions of units that are forgotten with their process; for tests and trials. Thread-safe.</summary>
public sealed class MemoryUnitPositions : IUnitPositions
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Agency, string CallSign), UnitPosition> _units = [];

    /// <inheritdoc/>
    public Task<IReadOnlyList<DateTimeOffset?>> KeepAsync(
        IReadOnlyList<UnitPosition> positions, DateTimeOffset latest, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<DateTimeOffset?>>([.. positions.Select(position => Keep(position, latest))]);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<UnitPosition>> FindAsync(
        string? agency, BoundingBox? box, DateTimeOffset since, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<UnitPosition>>(
            [
                .. _units.Values.Where(unit => (agency is null || unit.Agency == agency) && unit.At >= since
                    && (box is not { } within || within.Contains(unit.Position))),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var old = _units.Where(unit => unit.Value.At < before).Select(unit => unit.Key).ToArray();
            return Task.FromResult(old.Count(_units.Remove));
        }
    }

    private DateTimeOffset? Keep(UnitPosition position, DateTimeOffset latest)
    {
        var unit = (position.Agency, position.CallSign);
        if (_units.TryGetValue(unit, out var known) && known.At >= position.At && known.At <= latest)
        {
            return known.At;
        }

        _units[unit] = position;
        return null;
    }
}
