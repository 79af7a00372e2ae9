using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;

namespace Canvass.Geo.Tests.Scenes;

/// <summary>Random areas and views around a place, the same for the same seed.</summary>
internal sealed class RandomScene(int seed)
{
    private static readonly LatLng[] Places =
    [
        new(0.001, 9.45), new(33.749, -84.388), new(60.17, 24.94), new(-16.9, 179.9995), new(-33.86, 151.2),
    ];

    private readonly Random _random = new(seed);

    public LatLng Place { get; } = Places[seed % Places.Length];

    public double Next(double from, double to) => from + (_random.NextDouble() * (to - from));

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public LatLng Near(double withinM) => At(Next(-withinM, withinM), Next(-withinM, withinM));

    public LatLng At(double eastM, double northM) => new LocalPlane(Place).ToPosition(new(eastM, northM));

    public Area Area(double sizeM) => Chance(0.5) ? Geo.Shapes.Area.Circle(Place, sizeM) : Geo.Shapes.Area.Polygon(Star(Place, sizeM));

    public View View(double withinM, double leastM, double mostM)
    {
        var position = Near(withinM);
        var sizeM = Next(leastM, mostM);
        return _random.Next(4) switch
        {
            0 => Geo.Shapes.View.Sector(position, null, 90, sizeM),
            1 => Geo.Shapes.View.Sector(position, Next(0, 360), Next(181, 359), sizeM),
            2 => Geo.Shapes.View.Polygon(Star(position, sizeM)),
            _ => Geo.Shapes.View.Sector(position, Next(0, 360), Next(5, 180), sizeM),
        };
    }

    /// <summary>A polygon around a position that bends in and out, one time in three with a hole.</summary>
    public Polygon Star(LatLng position, double sizeM)
    {
        var plane = new LocalPlane(position);
        var outline = Ring(plane, 0.5 * sizeM, sizeM);
        return Make(Chance(0.33) ? [outline, Ring(plane, 0.05 * sizeM, 0.3 * sizeM)] : [outline]);
    }

    public static Polygon Make(params IReadOnlyList<IReadOnlyList<LatLng>> rings)
    {
        Assert.True(Polygon.TryCreate(rings, out var polygon, out var error), error);
        return polygon;
    }

    private LatLng[] Ring(LocalPlane plane, double leastM, double mostM)
    {
        var corners = Chance(0.15) ? _random.Next(70, 200) : _random.Next(5, 14);
        var ring = new LatLng[corners + 1];
        for (var i = 0; i < corners; i++)
        {
            var (sin, cos) = Math.SinCos(Math.Tau * i / corners);
            var reachM = Next(leastM, mostM);
            ring[i] = plane.ToPosition(new(reachM * sin, reachM * cos));
        }

        ring[^1] = ring[0];
        return ring;
    }
}
