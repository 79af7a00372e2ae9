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
    public static async Task ImportAsync(HttpClient http, Random random)
    {
        var features = Enumerable.Range(0, Cameras).Select(i => new
        {
            type = "Feature",
            id = $"cam-{i}",
            geometry = new { type = "Point", coordinates = Place(random) },
            properties = new
            {
                tier = i % 3 == 0 ? "integrated" : "registered",
                ownerId = $"owner-{random.Next(Owners)}",
                bearingDeg = random.Next(360),
                rangeM = random.Next(20, 120),
            },
        });
        using var body = JsonContent.Create(new { type = "FeatureCollection", features }, new MediaTypeHeaderValue("application/geo+json"));
        using var answer = await http.PostAsync("/v1/cameras:import", body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        Assert.Equal(Cameras, JsonNode.Parse(text)!["imported"]!.GetValue<int>());
    }
}
