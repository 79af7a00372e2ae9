using System.Globalization;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Positions;
using Canvass.Contracts.Refusals;
using Canvass.Contracts.Times;
using Canvass.Contracts.Units;
using Canvass.Geo.Positions;
using Canvass.Geo.Scenes;
using Canvass.Geo.Shapes;
using Canvass.Grains.Telemetry;
using Orleans.Concurrency;

namespace Canvass.Grains.Units;

/// <summary>The last position of every unit, as <see cref="IUnitPositions"/> has it. It holds nothing itself, so that every silo answers from
/// an activation of its own, and takes calls while others wait.</summary>
[GrainType("canvass.unitboard"), StatelessWorker, Reentrant]
internal sealed class UnitBoardGrain(IGrainFactory grains, IUnitPositions units, UnitRetention retention, TimeProvider time, GridMeter meter)
    : Grain, IUnitBoardGrain
{
    private const double AroundM = 500;

    /// <inheritdoc/>
    public async Task<PositionsOutcome> ReportAsync(IReadOnlyList<UnitPosition> positions)
    {
        await retention.ForgetAsync();
        var latest = time.GetUtcNow() + ClockSkew.Allowed;
        var rejected = new List<PositionRejection>();
        var sound = new List<UnitPosition>();
        var places = new List<int>();
        for (var i = 0; i < positions.Count; i++)
        {
            if (Check(positions[i], latest) is { } fault)
            {
                rejected.Add(new(i, fault.Field, fault.Error));
            }
            else
            {
                sound.Add(positions[i]);
                places.Add(i);
            }
        }

        if (sound.Count > 0)
        {
            var known = await units.KeepAsync(sound, latest, CancellationToken.None);
            for (var i = 0; i < known.Count; i++)
            {
                if (known[i] is { } at)
                {
                    rejected.Add(new(places[i], "at", string.Create(
                        CultureInfo.InvariantCulture, $"A position of {at:O} is known, which is as new or newer.")));
                }
            }

            rejected.Sort((x, y) => x.Index.CompareTo(y.Index));
        }

        meter.PositionsReported(positions.Count - rejected.Count, rejected.Count);
        return new(positions.Count - rejected.Count, rejected);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<UnitPosition>> InAsync(BoundingBox? box) =>
    [
        .. (await units.FindAsync(null, box, retention.Oldest, CancellationToken.None))
            .OrderBy(unit => unit.Agency, StringComparer.Ordinal).ThenBy(unit => unit.CallSign, StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<UnitPosition>> NearAsync(IncidentKey incident)
    {
        var known = await grains.GetGrain<IIncidentGrain>(incident.ToString()).GetAsync()
            ?? throw new RefusedException(RefusalKind.NotFound, $"There is no incident '{incident.Id}'.");
        var scene = new Scene(known.Report.Area.ToArea());
        var candidates = await units.FindAsync(known.Report.Agency, Around(scene), retention.Oldest, CancellationToken.None);
        return
        [
            .. candidates.Where(unit => scene.IsSeenBy(View.Sector(unit.Position, null, 360, AroundM)))
                .OrderBy(unit => scene.DistanceM(unit.Position)).ThenBy(unit => unit.CallSign, StringComparer.Ordinal),
        ];
    }

    /// <summary>A box that holds everything within reach of the scene, on the scene's own plane; null near the poles.</summary>
    private static BoundingBox? Around(Scene scene)
    {
        // A metre more than needed, for what rounding takes away.
        var (plane, reachM) = (new LocalPlane(scene.Centre), scene.ExtentM + AroundM + 1);
        var (north, east) = (reachM / plane.MetresPerDegreeNorth, reachM / plane.MetresPerDegreeEast);
        return east >= 90
            ? null
            : new(
                Math.IEEERemainder(scene.Centre.LngDeg - east, 360), Math.Max(scene.Centre.LatDeg - north, -90),
                Math.IEEERemainder(scene.Centre.LngDeg + east, 360), Math.Min(scene.Centre.LatDeg + north, 90));
    }

    private (string Field, string Error)? Check(UnitPosition position, DateTimeOffset latest)
    {
        var errors = new FieldErrors();
        errors.Require(Identifier.IsValid(position.Agency), "agency", $"'{position.Agency}' is not an agency: give its id.");
        errors.Require(Identifier.IsValid(position.CallSign), "callSign", $"'{position.CallSign}' is not a call sign.");
        PositionRules.Check(position.Position, "coordinates", errors);
        errors.Require(position.AccuracyM is null or (>= 0 and < double.PositiveInfinity), "accuracyM", "Give metres, 0 or more.");
        errors.Require(position.SpeedMps is null or (>= 0 and < double.PositiveInfinity), "speedMps", "Give metres a second, 0 or more.");
        errors.Require(position.HeadingDeg is null or (>= 0 and <= 360), "headingDeg", "Give degrees clockwise from north, 0 to 360.");
        TextRules.CheckLength(position.Status, 64, "status", errors);
        errors.Require(position.At <= latest, "at", string.Create(CultureInfo.InvariantCulture,
            $"{position.At:O} is more than {ClockSkew.Allowed.TotalMinutes} min ahead of the grid's clock."));
        errors.Require(position.At >= retention.Oldest, "at", string.Create(CultureInfo.InvariantCulture,
            $"{position.At:O} is more than {UnitRetention.Kept.TotalHours} h ago: positions are kept no longer."));
        if (errors.IsEmpty)
        {
            return null;
        }

        var (field, messages) = errors.ToDictionary().First();
        return (field, messages[0]);
    }
}
