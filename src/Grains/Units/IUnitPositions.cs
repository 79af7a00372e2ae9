using Canvass.Contracts.Positions;
using Canvass.Contracts.Units;

namespace Canvass.Grains.Units;

/// <summary>The last position of every unit: one row a unit, whichever silo took it in.</summary>
public interface IUnitPositions
{
    /// <summary>Keeps those positions that are newer than what is known of their unit; when it ends, they are kept for good.</summary>
    /// <param name="positions">The positions, told apart as if each came after the one before it; none is later than
    /// <paramref name="latest"/>.</param>
    /// <param name="latest">The latest moment that a position can have by now. What is known with a later one was written under a clock that ran
    /// ahead: any position replaces it.</param>
    /// <param name="cancellationToken">Gives up; some may then be kept and some not.</param>
    /// <returns>For each, the moment of the position already known, if that is as new or newer; null if it was taken.</returns>
    Task<IReadOnlyList<DateTimeOffset?>> KeepAsync(
        IReadOnlyList<UnitPosition> positions, DateTimeOffset latest, CancellationToken cancellationToken);

    /// <summary>The positions that fit, in no order.</summary>
    /// <param name="agency">Whose units; everybody's where null.</param>
    /// <param name="box">Where; everywhere where null.</param>
    /// <param name="since">The oldest moment that counts.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyList<UnitPosition>> FindAsync(string? agency, BoundingBox? box, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Lets go of positions from before a moment.</summary>
    /// <returns>How many they were.</returns>
    Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
