using Canvass.Contracts.Cameras;
using Canvass.Contracts.Times;
using Canvass.Geo.Shapes;
using Canvass.Grains.Registry;

namespace Canvass.Grains.Cameras;

/// <summary>What becomes of a known camera when its source describes it again, or when its recording is reported.</summary>
internal static class CameraChange
{
    /// <summary>The known camera as described now; null where nothing changes.</summary>
    /// <param name="known">What is known; null for a new camera.</param>
    /// <param name="described">What the source says, placed.</param>
    /// <param name="now">The moment of the description.</param>
    /// <remarks>A description that repeats itself says nothing about recording: a nightly import must not end an outage that a
    /// video-management system reported. Only a description whose <see cref="Camera.Recording"/> differs from the last one does.</remarks>
    public static CameraState? Describe(CameraState? known, CameraState described, DateTimeOffset now)
    {
        var camera = described.Camera!;
        if (known?.Camera is not { } before)
        {
            return camera.Recording ? described : described with { Outages = [new(DateTimeOffset.MinValue, null)] };
        }

        if (IsSame(before, camera))
        {
            return null;
        }

        var next = described with { Outages = known.Outages, RecordingReportedAt = known.RecordingReportedAt };
        return before.Recording == camera.Recording ? next : next with { Outages = Record(next, camera.Recording, now, now) };
    }

    /// <summary>The camera with a report of its recording; null if the report is old news. A report from the future counts from now: it
    /// would shut out all later ones. So would a known report from the future, written under a clock that ran ahead: it counts as none.</summary>
    public static CameraState? Report(CameraState known, bool recording, DateTimeOffset at, DateTimeOffset now)
    {
        at = at > now ? now : at;
        if (known.RecordingReportedAt is { } last && at <= last && !IsAhead(last, now))
        {
            return null;
        }

        return known with { Outages = Record(known, recording, at, now), RecordingReportedAt = at };
    }

    /// <summary>The camera as answers show it: whether it records now, and no stream address.</summary>
    public static Camera ForAnswer(CameraState state) => state.Camera! with { Stream = null, Recording = !IsOut(state.Outages) };

    private static bool IsAhead(DateTimeOffset moment, DateTimeOffset now) => moment > now + ClockSkew.Allowed;

    /// <summary>The outages, those of a clock that ran ahead moved to now: none begins or ends later, and those that are empty then are left out.</summary>
    private static IEnumerable<Outage> NotAhead(IEnumerable<Outage> outages, DateTimeOffset now) => outages
        .Select(outage => new Outage(
            IsAhead(outage.From, now) ? now : outage.From, outage.To is { } end && IsAhead(end, now) ? now : outage.To))
        .Where(outage => outage.To is not { } end || end > outage.From);

    private static bool IsOut(IReadOnlyList<Outage> outages) => outages is [.., { To: null }];

    private static IReadOnlyList<Outage> Record(CameraState state, bool recording, DateTimeOffset at, DateTimeOffset now)
    {
        var overwritten = now - state.Camera!.Retention;
        var kept = NotAhead(state.Outages, now).Where(outage => outage.To is not { } end || end > overwritten).TakeLast(CameraState.MaxOutages);
        return (recording, IsOut(state.Outages)) switch
        {
            (false, false) => [.. kept, new(at, null)],
            (true, true) => [.. kept.Select(outage => outage.To is null ? outage with { To = at > outage.From ? at : outage.From } : outage)],
            _ => [.. kept],
        };
    }

    private static bool IsSame(Camera left, Camera right) =>
        left with { ViewPolygon = null } == right with { ViewPolygon = null } && IsSame(left.ViewPolygon, right.ViewPolygon);

    private static bool IsSame(Polygon? left, Polygon? right) => (left, right) switch
    {
        (null, null) => true,
        ({ } a, { } b) => a.Rings.Count == b.Rings.Count && a.Rings.Zip(b.Rings).All(pair => pair.First.SequenceEqual(pair.Second)),
        _ => false,
    };
}
