using Canvass.Contracts.Keys;
using Canvass.Contracts.Positions;
using Canvass.Geo.Hexagons;

namespace Canvass.Grains.Registry;

/// <summary>
/// The registry of cameras, one row a camera and one row for every cell it is entered in, both always written in one transaction.
/// Every write of a camera gives it a new revision, higher than all that the registry ever gave.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public interface ICameraRegistry
{
    /// <summary>A camera's row, or null if there is none.</summary>
    Task<RegistryEntry?> FindAsync(CameraKey camera, CancellationToken cancellationToken);

    /// <summary>The rows of several cameras, read by one query.</summary>
    /// <param name="cameras">The cameras; none or the same one twice are fine.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>For every camera, in order, its row, or null if there is none.</returns>
    Task<IReadOnlyList<RegistryEntry?>> FindManyAsync(IReadOnlyList<CameraKey> cameras, CancellationToken cancellationToken);

    /// <summary>Writes one camera if its row is still the one that the writer knows.</summary>
    /// <param name="camera">What to write.</param>
    /// <param name="known">The same camera's row as the writer read it; null if there was none.</param>
    /// <param name="cancellationToken">Gives up before the write begins.</param>
    /// <returns>The row as written; null if the row has another revision than the known one: nothing was written.</returns>
    Task<RegistryEntry?> WriteAsync(CameraState camera, RegistryEntry? known, CancellationToken cancellationToken);

    /// <summary>Deletes one camera if its row is still the one that the writer knows.</summary>
    /// <param name="known">The row as the writer read it.</param>
    /// <param name="cancellationToken">Gives up before the write begins.</param>
    /// <returns>False if the row has another revision than the known one, or is gone: nothing was deleted.</returns>
    Task<bool> DeleteAsync(RegistryEntry known, CancellationToken cancellationToken);

    /// <summary>Writes many cameras in one transaction.</summary>
    /// <param name="cameras">Distinct cameras.</param>
    /// <param name="merge">Given the known state (null for a new camera) and the incoming one: what to write, or null to leave the row.
    /// Called within the transaction, on rows that nobody else can change meanwhile.</param>
    /// <param name="cancellationToken">Rolls the transaction back.</param>
    /// <returns>For every camera, in order, what was known and what is.</returns>
    Task<IReadOnlyList<RegistryChange>> ImportAsync(
        IReadOnlyList<CameraState> cameras, Func<CameraState?, CameraState, CameraState?> merge, CancellationToken cancellationToken);

    /// <summary>Every camera that is entered in a cell, in no order.</summary>
    Task<IReadOnlyList<RegistryEntry>> LoadCellAsync(H3Index cell, CancellationToken cancellationToken);

    /// <summary>What is entered in a cell, as two numbers to compare with one's own.</summary>
    Task<CellDigest> DigestCellAsync(H3Index cell, CancellationToken cancellationToken);

    /// <summary>Integrated cameras by id, ordinal.</summary>
    /// <param name="box">Those that stand in this box; null for all.</param>
    /// <param name="after">Those whose id sorts after this one; null from the start.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyList<CameraState>> ListIntegratedAsync(
        BoundingBox? box, string? after, int limit, CancellationToken cancellationToken);
}
