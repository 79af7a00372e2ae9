using Canvass.Contracts.Cameras;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Scenes;
using Canvass.Grains.Registry;
using Canvass.Grains.Settings;
using Canvass.Grains.Telemetry;
using Microsoft.Extensions.Options;

namespace Canvass.Grains.Cells;

/// <summary>
/// One H3 hexagon of the grid. It stores nothing. It loads its entries from the registry before its first answer, and cameras notify it of
/// changes. If a notification was lost, the cell finds the change when it compares a digest of its entries with the registry's, at most
/// <see cref="GridOptions.CellFreshness"/> after the last comparison. So no answer is older than that.
/// </summary>
[GrainType("canvass.cell"), CollectionAgeLimit(Hours = 12)]
internal sealed class CellGrain(
    ICameraRegistry registry, IOptions<GridOptions> options, TimeProvider time, GridMeter meter) : Grain, ICellGrain
{
    // Apart, so that an answer about coverage takes the same time and memory whatever homes are here.
    private readonly Dictionary<CameraKey, CellEntry> _integrated = [];
    private readonly Dictionary<CameraKey, CellEntry> _registered = [];
    private Dictionary<H3Index, int> _households = [];
    private long _revisionSum;
    private bool _loaded;
    private bool _invalidated;
    private long _comparedAt;
    private Task? _refreshing;

    private H3Index Cell => CellKey.Parse(this.GetPrimaryKeyString()).Cell;

    /// <inheritdoc/>
    public async Task<CellAnswer> AskAsync(CellQuestion question)
    {
        await RefreshAsync();
        meter.CellAnswered(time.GetElapsedTime(_comparedAt));
        var sightings = new List<Sighting>();
        See(question.Area, _integrated.Values, question, sightings);
        if (question.HomesArea is { } homes)
        {
            See(homes, _registered.Values, question, sightings);
        }

        return new(sightings, _households);
    }

    /// <inheritdoc/>
    public Task UpsertAsync(CellEntry entry)
    {
        if (_loaded && !(Find(entry.Key)?.Revision >= entry.Revision))
        {
            Remove(entry.Key);
            Add(entry);
            CountHouseholds();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RemoveAsync(CameraKey camera, long revision)
    {
        if (Find(camera)?.Revision <= revision)
        {
            Remove(camera);
            CountHouseholds();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task InvalidateAsync()
    {
        _invalidated = true;
        return Task.CompletedTask;
    }

    private static void See(IncidentArea area, IEnumerable<CellEntry> entries, CellQuestion question, List<Sighting> sightings)
    {
        var scene = new Scene(area.ToArea());
        foreach (var entry in entries)
        {
            if (scene.IsSeenBy(entry.View))
            {
                Footage? footage = question.Window is { } window
                    ? FootageRule.Judge(window, entry.Retention, entry.Outages, question.Now)
                    : null;
                sightings.Add(new(entry, footage));
            }
        }
    }

    /// <summary>Questions may interleave with one another (never with changes), so they share one refresh.</summary>
    private Task RefreshAsync()
    {
        if (_refreshing is { IsCompleted: false } running)
        {
            return running;
        }

        return IsFresh() ? Task.CompletedTask : _refreshing = CompareAsync();
    }

    private bool IsFresh() => _loaded && !_invalidated && time.GetElapsedTime(_comparedAt) < options.Value.CellFreshness;

    private async Task CompareAsync()
    {
        var startedAt = time.GetTimestamp();
        if (_loaded && await registry.DigestCellAsync(Cell, CancellationToken.None) == new CellDigest(_integrated.Count + _registered.Count, _revisionSum))
        {
            Settle(startedAt);
            return;
        }

        if (_loaded)
        {
            _loaded = false;
            meter.CellHealed();
        }

        var loadedFrom = time.GetTimestamp();
        var rows = await registry.LoadCellAsync(Cell, CancellationToken.None);
        _integrated.Clear();
        _registered.Clear();
        _revisionSum = 0;
        foreach (var row in rows)
        {
            Add(CellEntry.Of(row));
        }

        CountHouseholds();
        _loaded = true;
        Settle(startedAt);
        meter.CellLoaded(time.GetElapsedTime(loadedFrom));
    }

    /// <summary>Only a comparison that succeeded makes the cell valid again.</summary>
    private void Settle(long comparedAt)
    {
        _comparedAt = comparedAt;
        _invalidated = false;
    }

    private CellEntry? Find(CameraKey camera) => _integrated.GetValueOrDefault(camera) ?? _registered.GetValueOrDefault(camera);

    private void Add(CellEntry entry)
    {
        (entry.Tier == CameraTier.Registered ? _registered : _integrated).Add(entry.Key, entry);
        unchecked
        {
            _revisionSum += entry.Revision;
        }
    }

    private void Remove(CameraKey camera)
    {
        if (_integrated.Remove(camera, out var known) || _registered.Remove(camera, out known))
        {
            unchecked
            {
                _revisionSum -= known.Revision;
            }
        }
    }

    /// <summary>Of a camera that stands outside and only looks in, the cell in which it stands keeps count.</summary>
    private void CountHouseholds() => _households = _registered.Values
        .Where(entry => entry.Home.CellToParent(Cell.Resolution) == Cell)
        .GroupBy(entry => entry.CountedIn)
        .ToDictionary(group => group.Key, group => group.Select(entry => entry.Owner).Distinct().Count());
}
