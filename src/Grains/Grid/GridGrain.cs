using System.Globalization;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Grid;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Positions;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Hexagons;
using Canvass.Grains.Cameras;
using Canvass.Grains.Cells;
using Canvass.Grains.Coverage;
using Canvass.Grains.Incidents;
using Canvass.Grains.Registry;
using Canvass.Grains.Settings;
using Canvass.Grains.Telemetry;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Canvass.Grains.Grid;

/// <summary>What concerns many cameras or incidents at once; holds nothing.</summary>
[StatelessWorker, GrainType("canvass.grid")]
internal sealed class GridGrain(
    ICameraRegistry registry,
    IIncidentIndex index,
    AreaSurvey survey,
    IGrainFactory grains,
    IOptions<GridOptions> options,
    TimeProvider time,
    GridMeter meter) : Grain, IGridGrain
{
    private const int Concurrency = 32;

    /// <inheritdoc/>
    public Task PingAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<ImportOutcome> ImportAsync(IReadOnlyList<Camera> cameras)
    {
        RequireBatch(cameras.Count);
        var rejected = new List<ImportRejection>();
        var good = new List<CameraState>(cameras.Count);
        for (var i = 0; i < cameras.Count; i++)
        {
            var errors = new FieldErrors();
            CameraRules.Check(cameras[i], errors);
            CameraRules.CheckTier(cameras[i], errors);
            if (errors.IsEmpty)
            {
                good.Add(CameraPlacement.Place(cameras[i], options.Value.CellResolution));
            }
            else
            {
                rejected.Add(new(i, cameras[i].Key.Id, errors.ToDictionary()));
            }
        }

        var now = time.GetUtcNow();
        var changes = new List<RegistryChange>(good.Count);
        foreach (var distinct in Rounds(good))
        {
            changes.AddRange(await registry.ImportAsync(
                distinct, (known, described) => CameraChange.Describe(known, described, now), CancellationToken.None));
        }

        await InvalidateAsync(changes);
        return Count(changes, rejected);
    }

    /// <inheritdoc/>
    public async Task<CameraPage> ListCamerasAsync(BoundingBox? box, int limit, string? cursor)
    {
        RequireLimit(limit);
        var rows = await registry.ListIntegratedAsync(box, Cursor.Read(cursor), limit + 1, CancellationToken.None);
        var page = rows.Take(limit).Select(CameraChange.ForAnswer).ToList();
        return new(page, rows.Count > limit ? Cursor.Of(page[^1].Key.Id) : null);
    }

    /// <inheritdoc/>
    public async Task<IncidentPage> ListIncidentsAsync(IncidentQuery query)
    {
        RequireLimit(query.Limit);
        var rows = await index.ListAsync(query with { Limit = query.Limit + 1 }, ReadPlace(query.Cursor), CancellationToken.None);
        var page = rows.Take(query.Limit).Select(row => row.Incident).ToList();
        return new(page, rows.Count > query.Limit ? Cursor.Of(PlaceOf(page[^1])) : null);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<int>> ReportRecordingAsync(IReadOnlyList<RecordingReport> reports)
    {
        RequireBatch(reports.Count);
        var unknown = new System.Collections.Concurrent.ConcurrentBag<int>();
        foreach (var together in reports.Index().Chunk(Concurrency))
        {
            await Task.WhenAll(together.Select(async report =>
            {
                var camera = grains.GetGrain<ICameraGrain>(report.Item.Camera.ToString());
                if (!await camera.ReportRecordingAsync(report.Item.Recording, report.Item.At))
                {
                    unknown.Add(report.Index);
                }
            }));
        }

        return [.. unknown.Order()];
    }

    /// <inheritdoc/>
    public async Task<CoverageReport> CoverageAsync(CoverageQuery query, CancellationToken cancellationToken = default)
    {
        var errors = new FieldErrors();
        query.Area.Check(errors);
        errors.ThrowIfAny();
        return await survey.ReportAsync(query.Area, query.Window, null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CamerasInView> CamerasInViewAsync(IncidentArea area, CancellationToken cancellationToken = default)
    {
        var errors = new FieldErrors();
        area.Check(errors);
        errors.ThrowIfAny();
        return survey.ListAsync(area, cancellationToken);
    }

    /// <summary>The rows in as few lists as it takes to have every camera once in each, in the order in which they were given: a later row
    /// of the same camera must win.</summary>
    private static IEnumerable<IReadOnlyList<CameraState>> Rounds(IEnumerable<CameraState> rows) =>
        rows.GroupBy(row => row.Camera!.Key)
            .SelectMany(same => same.Index())
            .GroupBy(row => row.Index, row => row.Item)
            .OrderBy(round => round.Key)
            .Select(round => round.ToList());

    private static void RequireBatch(int count)
    {
        if (count > IGridGrain.MaxBatch)
        {
            throw new RefusedException(RefusalKind.Invalid, $"{count} are too many at once: give at most {IGridGrain.MaxBatch}.");
        }
    }

    private static void RequireLimit(int limit)
    {
        var errors = new FieldErrors();
        errors.Require(limit is >= 1 and <= IGridGrain.MaxBatch, "limit", $"{limit} is out of range: give 1 to {IGridGrain.MaxBatch}.");
        errors.ThrowIfAny();
    }

    private static string PlaceOf(Canvass.Contracts.Incidents.Incident incident) => string.Create(
        CultureInfo.InvariantCulture, $"{incident.Report.ReportedAt.UtcTicks} {incident.Report.Key.Id}");

    private static IncidentRowPosition? ReadPlace(string? cursor)
    {
        if (Cursor.Read(cursor) is not { } place)
        {
            return null;
        }

        var parts = place.Split(' ', 2);
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTime.MaxValue.Ticks
                ? new(new(ticks, TimeSpan.Zero), parts[1])
                : throw Cursor.Wrong(cursor);
    }

    private ImportOutcome Count(List<RegistryChange> changes, List<ImportRejection> rejected)
    {
        var imported = changes.Count(change => change.Before is null);
        var unchanged = changes.Count(change => ReferenceEquals(change.Before, change.After));
        var updated = changes.Count - imported - unchanged;
        meter.CamerasImported("imported", imported);
        meter.CamerasImported("updated", updated);
        meter.CamerasImported("unchanged", unchanged);
        meter.CamerasImported("rejected", rejected.Count);
        return new() { Imported = imported, Updated = updated, Unchanged = unchanged, Rejected = rejected };
    }

    private async Task InvalidateAsync(List<RegistryChange> changes)
    {
        var cells = new HashSet<H3Index>();
        foreach (var change in changes.Where(change => !ReferenceEquals(change.Before, change.After)))
        {
            cells.UnionWith(change.After.State.Cells);
            cells.UnionWith(change.Before?.State.Cells ?? []);
        }

        await Task.WhenAll(cells.Select(cell => grains.GetGrain<ICellGrain>(new CellKey(cell).ToString()).InvalidateAsync()));
    }
}
