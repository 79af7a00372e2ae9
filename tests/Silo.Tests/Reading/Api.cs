using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Canvass.Silo.Tests.Reading;

/// <summary>The HTTP API as these tests call it.</summary>
internal static class Api
{
    public static async Task<JsonNode> GetNodeAsync(this HttpClient http, string path) =>
        (await http.GetFromJsonAsync<JsonNode>(path))!;

    public static Task<HttpResponseMessage> PutCameraAsync(this HttpClient http, string id, double lng, double lat, object properties) =>
        http.PutAsJsonAsync($"/v1/cameras/{Uri.EscapeDataString(id)}", Camera(id, lng, lat, properties));

    public static object Camera(string id, double lng, double lat, object properties) => new
    {
        type = "Feature",
        id,
        geometry = new { type = "Point", coordinates = new[] { lng, lat } },
        properties,
    };

    public static object Incident(string number, double lng, double lat, DateTimeOffset at, double radiusM = 250) => new
    {
        source = "test",
        number,
        agency = "apd",
        area = new { type = "Point", coordinates = new[] { lng, lat } },
        radiusM,
        window = new { from = Text(at.AddHours(-1)), to = Text(at) },
        reportedAt = Text(at),
    };

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Every item of a paged list.</summary>
    public static async Task<List<JsonNode>> ListAllAsync(this HttpClient http, string path, string items)
    {
        var all = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var page = await http.GetNodeAsync($"{path}?limit=1000{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            all.AddRange(page[items]!.AsArray().Select(item => item!));
            cursor = page["cursor"]?.GetValue<string>();
        }
        while (cursor is not null);
        return all;
    }
}
