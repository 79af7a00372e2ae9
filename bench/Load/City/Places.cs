using System.Globalization;
using Canvass.Geo.Positions;

namespace Canvass.Load.City;

/// <summary>Places of a city at which about twenty owners would be asked, each of a camera.</summary>
internal sealed class Places
{
    private const int Count = 500;
    private const int Drawn = 4_000;
    private const int Fewest = 15;
    private const int Most = 25;
    private const double RadiusM = 250;

    // Whoever judges the edge of the area a little differently asks the same owners: no view ends near it.
    private const double EdgeM = 2;

    private readonly (LatLng Position, int Owners)[] _places;

    /// <summary>Finds them.</summary>
    /// <exception cref="InvalidOperationException">The city has too few.</exception>
    public Places(BenchCity city)
    {
        var index = new CameraIndex(city.Cameras.Count, number => city.Cameras[number]);
        _places = [.. BenchIncidents.Draw(city.Cameras, "place", Drawn, RadiusM)
            .Select(incident => (incident.Position, Owners: Owners(incident.Position, RadiusM)))
            .Where(place => place.Owners is >= Fewest and <= Most
                && Owners(place.Position, RadiusM - EdgeM) == place.Owners && Owners(place.Position, RadiusM + EdgeM) == place.Owners)
            .Take(Count)];
        if (_places.Length < Count)
        {
            throw new InvalidOperationException($"There are only {_places.Length} places with {Fewest} to {Most} owners.");
        }

        int Owners(LatLng place, double radiusM) => index.Seeing(place, radiusM).Select(seen => seen.Camera.Owner).Distinct().Count();
    }

    /// <summary>The incident of a number, at one of the places.</summary>
    public BenchIncident Incident(int number)
    {
        var (position, owners) = _places[number % _places.Length];
        return new(number.ToString(CultureInfo.InvariantCulture), position, RadiusM) { Owners = owners };
    }
}
