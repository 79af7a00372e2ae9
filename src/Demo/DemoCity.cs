using Canvass.Contracts.Cameras;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Demo.Places;
using Canvass.Demo.Randomness;
using Canvass.Demo.Streets;
using Canvass.Geo.Positions;

namespace Canvass.Demo;

/// <summary>
/// A made-up Atlanta: 5,700 integrated and 3,000 registered cameras on about 350 km² of invented streets. Nobody lives in it and nothing
/// in it is real; it is the same on every machine and in every run. Safe for concurrent use.
/// </summary>
public static class DemoCity
{
    /// <summary>How many integrated cameras there are.</summary>
    public const int IntegratedCount = CityCameras.Count + BusinessCameras.Count;

    /// <summary>How many registered cameras there are.</summary>
    public const int RegisteredCount = HomeCameras.Count;

    private const ulong Seed = 404;

    /// <summary>The incident that <see cref="Incident"/> reports.</summary>
    public static IncidentKey IncidentKey { get; } = new("demo", "1");

    /// <summary>Where it happens: a corner in midtown.</summary>
    public static LatLng IncidentPosition { get; } = new(33.7805, -84.38);

    /// <summary>The cameras, drawn anew at every enumeration and always the same.</summary>
    public static IEnumerable<Camera> Cameras()
    {
        var random = new SplitMix64(Seed);
        var map = new CityMap(random);
        foreach (var camera in CityCameras.On(map, random).Concat(BusinessCameras.On(map, random)).Concat(HomeCameras.On(map, random)))
        {
            yield return camera;
        }
    }

    /// <summary>What video management reports of the cameras that are out of order, about 2 % of all: since when they do not record.</summary>
    /// <param name="now">When it is reported; all of them failed between two days and two hours before.</param>
    public static IReadOnlyList<RecordingReport> Outages(DateTimeOffset now)
    {
        var random = new SplitMix64(~Seed);
        var outages = new List<RecordingReport>();
        foreach (var camera in Cameras())
        {
            if (random.Percent(2))
            {
                outages.Add(new(camera.Key, Recording: false, now - TimeSpan.FromMinutes(random.Between(120, 2_880))));
            }
        }

        return outages;
    }

    /// <summary>An incident in midtown that several integrated cameras may have seen in the hour before.</summary>
    /// <param name="now">When it is reported.</param>
    public static IncidentReport Incident(DateTimeOffset now) => new()
    {
        Key = IncidentKey,
        Agency = "apd",
        Type = new("LARCENY-FROM VEHICLE", "demo", "Larceny from vehicle"),
        Priority = 3,
        Area = IncidentArea.Circle(IncidentPosition, IncidentArea.DefaultRadiusM),
        Window = new(now - TimeSpan.FromHours(1), now),
        Address = "Midtown, Atlanta, GA",
        ReportedAt = now,
    };
}
