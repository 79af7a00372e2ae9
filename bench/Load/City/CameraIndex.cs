using Canvass.Contracts.Cameras;
using Canvass.Geo.Positions;
using Canvass.Geo.Scenes;
using Canvass.Geo.Shapes;

namespace Canvass.Load.City;

/// <summary>Cameras by where they stand. It finds who sees a place by looking at every camera around, without hexagons: the judge of what the
/// grid answers.</summary>
internal sealed class CameraIndex
{
    private const double StepDeg = 0.005;
    private const double MostRangeM = 120;

    // A metre or two fewer than a degree has anywhere in the cities of the benchmark.
    private const double MetresPerDegree = 90_000;

    private readonly Dictionary<(int North, int East), List<int>> _numbers = [];
    private readonly Func<int, Camera> _camera;

    /// <summary>Takes cameras in.</summary>
    /// <param name="count">How many; they are numbered from 0.</param>
    /// <param name="camera">A camera by its number. It sees at most 120 m far.</param>
    public CameraIndex(int count, Func<int, Camera> camera)
    {
        _camera = camera;
        for (var number = 0; number < count; number++)
        {
            var at = Step(camera(number).Position);
            if (!_numbers.TryGetValue(at, out var numbers))
            {
                _numbers[at] = numbers = [];
            }

            numbers.Add(number);
        }
    }

    /// <summary>The cameras that see a circle, with their numbers.</summary>
    public IEnumerable<(int Number, Camera Camera)> Seeing(LatLng centre, double radiusM)
    {
        var scene = new Scene(Area.Circle(centre, radiusM));
        var reach = (radiusM + MostRangeM) / MetresPerDegree;
        var from = Step(new(centre.LatDeg - reach, centre.LngDeg - reach));
        var to = Step(new(centre.LatDeg + reach, centre.LngDeg + reach));
        for (var north = from.North; north <= to.North; north++)
        {
            for (var east = from.East; east <= to.East; east++)
            {
                foreach (var number in _numbers.GetValueOrDefault((north, east), []))
                {
                    var camera = _camera(number);
                    if (scene.IsSeenBy(camera.View()))
                    {
                        yield return (number, camera);
                    }
                }
            }
        }
    }

    private static (int North, int East) Step(LatLng position) =>
        ((int)Math.Floor(position.LatDeg / StepDeg), (int)Math.Floor(position.LngDeg / StepDeg));
}
