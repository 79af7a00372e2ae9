using Canvass.Contracts.Keys;
using Canvass.Contracts.Positions;
using Canvass.Contracts.Refusals;
using Orleans.Concurrency;

namespace Canvass.Contracts.Units;

/// <summary>The board with the last position of every unit. Every silo answers for it; the positions are stored in the database. Its key is <see cref="Key"/>.</summary>
[Alias("canvass.IUnitBoardGrain"), GrainInterfaceType("Canvass.Contracts.Units.IUnitBoardGrain")]
public interface IUnitBoardGrain : IGrainWithStringKey
{
    /// <summary>The key of the one board.</summary>
    const string Key = "board/units";

    /// <summary>Takes in positions, which then survive the silo; older ones than the known, malformed ones and (0, 0) are rejected by name.</summary>
    [Alias("Report")]
    Task<PositionsOutcome> ReportAsync(IReadOnlyList<UnitPosition> positions);

    /// <summary>The units in a box, by agency and call sign; all where the box is null.</summary>
    [Alias("In"), ReadOnly]
    Task<IReadOnlyList<UnitPosition>> InAsync(BoundingBox? box);

    /// <summary>The units of the incident's agency within its area and 500 m around it, nearest first.</summary>
    /// <exception cref="RefusedException">The incident is unknown.</exception>
    [Alias("Near")]
    Task<IReadOnlyList<UnitPosition>> NearAsync(IncidentKey incident);
}
