using Canvass.Client.Connecting;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Positions;
using Canvass.Contracts.Refusals;
using Canvass.Contracts.Units;

namespace Canvass.Client.Units;

/// <summary>The responders of a grid.</summary>
public sealed class UnitsClient
{
    private readonly GrainSource _grains;

    internal UnitsClient(GrainSource grains) => _grains = grains;

    private IUnitBoardGrain Board => _grains.Get<IUnitBoardGrain>(IUnitBoardGrain.Key);

    /// <summary>Reports where units are; the newest position of a unit counts.</summary>
    public Task<PositionsOutcome> ReportAsync(IReadOnlyList<UnitPosition> positions) => Board.ReportAsync(positions);

    /// <summary>The last known positions in a box; all where the box is null.</summary>
    public Task<IReadOnlyList<UnitPosition>> InAsync(BoundingBox? box = null) => Board.InAsync(box);

    /// <summary>The units of an incident's agency within its area and 500 m around it, nearest first.</summary>
    /// <exception cref="RefusedException">The incident is unknown.</exception>
    public Task<IReadOnlyList<UnitPosition>> NearAsync(IncidentKey incident) => Board.NearAsync(incident);
}
