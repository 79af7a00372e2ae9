using Canvass.Contracts.Cameras;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Positions;
using Canvass.Geo.Hexagons;
using Canvass.Grains.Cameras;
using Canvass.Storage.Cameras;

namespace Canvass.Storage.Memory;

/// <summary>A registry that forgets everything with its process; for tests and trials. Thread-safe.</summary>
public sealed class MemoryCameraRegistry : ICameraRegistry
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, RegistryEntry> _cameras = new(CodePointOrder.Instance);
    private readonly Dictionary<H3Index, HashSet<string>> _cells = [];
    private long _revision;

    /// <inheritdoc/>
    public Task<RegistryEntry?> FindAsync(CameraKey camera, CancellationToken cancellationToken) =>
        Locked(() => _cameras.GetValueOrDefault(camera.Id), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RegistryEntry?>> FindManyAsync(IReadOnlyList<CameraKey> cameras, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<RegistryEntry?>>(() => [.. cameras.Select(camera => _cameras.GetValueOrDefault(camera.Id))], cancellationToken);

    /// <inheritdoc/>
    public Task<RegistryEntry?> WriteAsync(CameraState camera, RegistryEntry? known, CancellationToken cancellationToken)
    {
        var id = CameraDocument.Of(camera, known).Key.Id;
        return Locked(
            () =>
            {
                var row = _cameras.GetValueOrDefault(id);
                return row?.Revision == known?.Revision ? Put(row, new(camera, ++_revision)) : null;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(RegistryEntry known, CancellationToken cancellationToken)
    {
        var id = CameraDocument.Of(known.State).Key.Id;
        return Locked(
            () =>
            {
                if (_cameras.GetValueOrDefault(id) is not { } row || row.Revision != known.Revision)
                {
                    return false;
                }

                Leave(row);
                return _cameras.Remove(id);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<RegistryChange>> ImportAsync(
        IReadOnlyList<CameraState> cameras, Func<CameraState?, CameraState, CameraState?> merge, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<RegistryChange>>(
            () =>
            {
                // Everything that may throw comes before the first change.
                Dictionary<string, RegistryEntry> pending = [];
                List<RegistryChange> changes = [];
                var revision = _revision;
                foreach (var incoming in cameras)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var id = CameraDocument.Of(incoming).Key.Id;
                    var known = pending.GetValueOrDefault(id) ?? _cameras.GetValueOrDefault(id);
                    var merged = CameraMerge.Decide(known, incoming, merge);
                    var entry = merged is null ? known! : new RegistryEntry(merged, ++revision);
                    pending[id] = entry;
                    changes.Add(new(known, entry));
                }

                _revision = revision;
                foreach (var (id, entry) in pending)
                {
                    Put(_cameras.GetValueOrDefault(id), entry);
                }

                return changes;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RegistryEntry>> LoadCellAsync(H3Index cell, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<RegistryEntry>>(() => [.. Entered(cell)], cancellationToken);

    /// <inheritdoc/>
    public Task<CellDigest> DigestCellAsync(H3Index cell, CancellationToken cancellationToken) =>
        Locked(
            () => Entered(cell).Aggregate(
                default(CellDigest), (digest, entry) => new(digest.Count + 1, unchecked(digest.RevisionSum + entry.Revision))),
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CameraState>> ListIntegratedAsync(
        BoundingBox? box, string? after, int limit, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<CameraState>>(
            () =>
            [
                .. _cameras
                    .Where(row => row.Value.State.Camera!.Tier == CameraTier.Integrated)
                    .Where(row => after is null || CodePointOrder.Instance.Compare(row.Key, after) > 0)
                    .Where(row => box is null || box.Value.Contains(row.Value.State.Camera!.Position))
                    .Take(limit)
                    .Select(row => row.Value.State),
            ],
            cancellationToken);

    private IEnumerable<RegistryEntry> Entered(H3Index cell) => _cells.TryGetValue(cell, out var ids) ? ids.Select(id => _cameras[id]) : [];

    private RegistryEntry Put(RegistryEntry? known, RegistryEntry entry)
    {
        if (known is not null)
        {
            Leave(known);
        }

        var id = entry.State.Camera!.Key.Id;
        _cameras[id] = entry;
        foreach (var cell in entry.State.Cells)
        {
            (_cells.TryGetValue(cell, out var ids) ? ids : _cells[cell] = []).Add(id);
        }

        return entry;
    }

    private void Leave(RegistryEntry known)
    {
        foreach (var cell in known.State.Cells)
        {
            _cells.GetValueOrDefault(cell)?.Remove(known.State.Camera!.Key.Id);
        }
    }

    private Task<T> Locked<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            lock (_gate)
            {
                return Task.FromResult(work());
            }
        }
        catch (Exception exception)
        {
            return Task.FromException<T>(exception);
        }
    }
}
