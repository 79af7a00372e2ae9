using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Canvass.Cluster.Tests.Load;

/// <summary>A made-up city of a few thousand cameras on some 20 km², a third of them integrated; an owner has two of them on average.</summary>
internal static class LoadCity
{
    public const int Cameras = 3_000;
    private const int Owners = 1_500;
    private const double WestDeg = -84.41;
    private const double SouthDeg = 33.75;
    private const double ExtentDeg = 0.045;

    /// <summary>A place within the city, as GeoJSON has it.</summary>
    public static double[] Place(Random random) =>
        [Math.Round(WestDeg + (random.NextDouble() * ExtentDeg), 6), Math.Round(SouthDeg + (random.NextDouble() * ExtentDeg), 6)];

    /// <summary>Imports it through a gateway.</summary>
    /// <returns>Its cameras.</returns>
    public static async Task<IReadOnlyList<LoadCamera>> ImportAsync(HttpClient http, Random random)
    {
        var cameras = Enumerable.Range(0, Cameras)
            .Select(i => new LoadCamera($"cam-{i}", Place(random), i % 3 == 0, $"owner-{random.Next(Owners)}", random.Next(360), random.Next(20, 120)))
            .ToList();
        var features = cameras.Select(camera => new
        {
            type = "Feature",
            id = camera.Id,
            geometry = new { type = "Point", coordinates = camera.Place },
            properties = new
            {
                tier = camera.IsIntegrated ? "integrated" : "registered",
                ownerId = camera.Owner,
                bearingDeg = camera.BearingDeg,
                rangeM = camera.RangeM,
            },
        });
        using var body = JsonContent.Create(new { type = "FeatureCollection", features }, new MediaTypeHeaderValue("application/geo+json"));
        using var answer = await http.PostAsync("/v1/cameras:import", body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        Assert.Equal(Cameras, JsonNode.Parse(text)!["imported"]!.GetValue<int>());
        return cameras;
    }
}
