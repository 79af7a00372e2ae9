using System.Globalization;
using System.Text.Json;
using Canvass.Contracts.Grid;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Json;
using Canvass.Contracts.Times;
using Canvass.Load.City;

namespace Canvass.Load.Megacity;

/// <summary>A circle of 250 m that is asked about without an incident, in the form that each contender takes.</summary>
/// <param name="Stored">What the peer stores of it.</param>
/// <param name="Body">The body of the HTTP request.</param>
/// <param name="Query">The question to the grain client.</param>
internal sealed record AskedPlace(BenchIncident Stored, ReadOnlyMemory<byte> Body, CoverageQuery Query)
{
    /// <summary>The radius in metres.</summary>
    public const double RadiusM = 250;

    /// <summary>Several places of a city.</summary>
    /// <param name="city">The city.</param>
    /// <param name="first">The number of the first place.</param>
    /// <param name="count">How many.</param>
    /// <param name="window">The window that is asked about.</param>
    public static IReadOnlyList<AskedPlace> Draw(TiledCity city, int first, int count, TimeWindow window) =>
        [.. Enumerable.Range(first, count).Select(number => Of(city, number, window))];

    private static AskedPlace Of(TiledCity city, int number, TimeWindow window)
    {
        var position = city.AskedAt(number);
        var body = new
        {
            area = new { type = "Point", coordinates = new[] { position.LngDeg, position.LatDeg } },
            radiusM = RadiusM,
            window = new { window.From, window.To },
        };
        return new(
            new(number.ToString(CultureInfo.InvariantCulture), position, RadiusM),
            JsonSerializer.SerializeToUtf8Bytes(body, GridJson.Options),
            new(IncidentArea.Circle(position, RadiusM), window));
    }
}
