using System.Globalization;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Positions;
using Canvass.Contracts.Refusals;
using Canvass.Contracts.Units;
using Canvass.Geo.Scenes;
using Canvass.Geo.Shapes;
using Canvass.Grains.Telemetry;

namespace Canvass.Grains.Units;

/// <summary>The last position of every unit, in memory: a restart forgets them, and the next report, seconds later, brings them back.</summary>
[GrainType("canvass.unitboard")]
internal sealed class UnitBoardGrain(IGrainFactory grains, TimeProvider time, GridMeter meter) : Grain, IUnitBoardGrain
{
    private const double AroundM = 500;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);
    private readonly Dictionary<(string Agency, string CallSign), UnitPosition> _units = [];
    private long? _forgotAt;

    /// <inheritdoc/>
    public Task<PositionsOutcome> ReportAsync(IReadOnlyList<UnitPosition> positions)
    {
        Forget();
        var rejected = new List<PositionRejection>();
        for (var i = 0; i < positions.Count; i++)
        {
            var (field, error) = Take(positions[i]);
            if (error is not null)
            {
                rejected.Add(new(i, field, error));
            }
        }

        meter.PositionsReported(positions.Count - rejected.Count, rejected.Count);
        return Task.FromResult(new PositionsOutcome(positions.Count - rejected.Count, rejected));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<UnitPosition>> InAsync(BoundingBox? box) => Task.FromResult<IReadOnlyList<UnitPosition>>(
    [
        .. Current().Where(unit => box is not { } within || within.Contains(unit.Position))
            .OrderBy(unit => unit.Agency, StringComparer.Ordinal).ThenBy(unit => unit.CallSign, StringComparer.Ordinal),
    ]);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<UnitPosition>> NearAsync(IncidentKey incident)
    {
        var known = await grains.GetGrain<IIncidentGrain>(incident.ToString()).GetAsync()
            ?? throw new RefusedException(RefusalKind.NotFound, $"There is no incident '{incident.Id}'.");
        var scene = new Scene(known.Report.Area.ToArea());
        return
        [
            .. Current().Where(unit => unit.Agency == known.Report.Agency && scene.IsSeenBy(View.Sector(unit.Position, null, 360, AroundM)))
                .OrderBy(unit => scene.DistanceM(unit.Position)),
        ];
    }

    private IEnumerable<UnitPosition> Current()
    {
        var oldest = time.GetUtcNow() - Kept;
        return _units.Values.Where(position => position.At >= oldest);
    }

    /// <summary>Lets go of positions that are too old to be told; once a minute is enough.</summary>
    private void Forget()
    {
        if (_forgotAt is { } last && time.GetElapsedTime(last) < TimeSpan.FromMinutes(1))
        {
            return;
        }

        _forgotAt = time.GetTimestamp();
        var oldest = time.GetUtcNow() - Kept;
        foreach (var (unit, position) in _units)
        {
            if (position.At < oldest)
            {
                _units.Remove(unit);
            }
        }
    }

    private (string Field, string? Error) Take(UnitPosition position)
    {
        var errors = new FieldErrors();
        errors.Require(Identifier.IsValid(position.Agency), "agency", $"'{position.Agency}' is not an agency: give its id.");
        errors.Require(Identifier.IsValid(position.CallSign), "callSign", $"'{position.CallSign}' is not a call sign.");
        PositionRules.Check(position.Position, "coordinates", errors);
        errors.Require(position.AccuracyM is null or (>= 0 and < double.PositiveInfinity), "accuracyM", "Give metres, 0 or more.");
        errors.Require(position.SpeedMps is null or (>= 0 and < double.PositiveInfinity), "speedMps", "Give metres a second, 0 or more.");
        errors.Require(position.HeadingDeg is null or (>= 0 and <= 360), "headingDeg", "Give degrees clockwise from north, 0 to 360.");
        TextRules.CheckLength(position.Status, 64, "status", errors);
        var now = time.GetUtcNow();
        errors.Require(position.At <= now + ClockTolerance, "at", string.Create(CultureInfo.InvariantCulture,
            $"{position.At:O} is more than {ClockTolerance.TotalMinutes} min ahead of the grid's clock."));
        errors.Require(position.At >= now - Kept, "at", string.Create(CultureInfo.InvariantCulture,
            $"{position.At:O} is more than {Kept.TotalHours} h ago: positions are kept no longer."));
        if (!errors.IsEmpty)
        {
            var (field, messages) = errors.ToDictionary().First();
            return (field, messages[0]);
        }

        var unit = (position.Agency, position.CallSign);
        if (_units.TryGetValue(unit, out var known) && known.At >= position.At)
        {
            return ("at", string.Create(CultureInfo.InvariantCulture, $"A position of {known.At:O} is known, which is as new or newer."));
        }

        _units[unit] = position;
        return ("", null);
    }
}
