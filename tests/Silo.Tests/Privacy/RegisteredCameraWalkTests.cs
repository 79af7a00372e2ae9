using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Canvass.Contracts.Cameras;
using Canvass.Demo;
using Canvass.Running;
using Canvass.Silo.Tests.Reading;

namespace Canvass.Silo.Tests.Privacy;

/// <summary>Walks every endpoint's answers for the demo city and looks for a registered camera.</summary>
[Trait("Category", "Cluster")]
public sealed class RegisteredCameraWalkTests(ITestOutputHelper output) : IDisposable
{
    private static readonly List<Camera> Registered = [.. DemoCity.Cameras().Where(camera => camera.Tier == CameraTier.Registered)];
    private readonly TestFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task No_answer_holds_an_id_name_position_address_or_owner_of_a_registered_camera()
    {
        await using var silo = await SiloProcess.StartAsync(_data.Path, "demo");
        await silo.PrintedAsync("TRY NEXT");
        var words = ForbiddenWords();
        var answers = await WalkAsync(silo.Http);

        var documented = (await DocumentedAsync(silo.Http)).ToList();

        Assert.NotEmpty(documented);
        Assert.Equal([], documented.Where(endpoint => !answers.Exists(answer => Fits(answer.Call, endpoint))));
        foreach (var (call, body) in answers)
        {
            Assert.Equal([], FindIn(body, words).Select(word => $"{call}: {word}"));
        }

        Assert.Equal([], FindIn(silo.Output, words));
        output.WriteLine($"{answers.Count} answers, {answers.Sum(answer => answer.Body.Length)} characters, {words.Count} words looked for.");
    }

    [Fact]
    public async Task A_registered_camera_is_not_found_by_its_id_even_by_who_put_it_there()
    {
        await using var silo = await SiloProcess.StartAsync(_data.Path);
        var properties = new { tier = "registered", ownerId = "somebody", address = "1 Home St", name = "porch" };
        using var put = await silo.Http.PutCameraAsync("home", -84.38747, 33.78014, properties);
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        Assert.DoesNotContain("1 Home St", await put.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        using var got = await silo.Http.GetAsync(new Uri("/v1/cameras/home", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, got.StatusCode);
        Assert.Empty(await silo.Http.ListAllAsync("/v1/cameras", "features"));
    }

    private static async Task<IEnumerable<string>> DocumentedAsync(HttpClient http) =>
        (await http.GetNodeAsync("/openapi/v1.json"))["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Where(method => IsMethod(method.Key)).Select(method => $"{method.Key.ToUpperInvariant()} {path.Key}"));

    /// <summary>Whether a call, as in <c>GET /v1/cameras/a?limit=1</c>, is one of an endpoint, as in <c>GET /v1/cameras/{cameraId}</c>.</summary>
    private static bool Fits(string call, string endpoint) =>
        Regex.IsMatch(call.Split('?')[0], $"^{Regex.Replace(Regex.Escape(endpoint), @"\\\{[^}]*}", "[^/]+")}$");

    private static bool IsMethod(string name) => name is "get" or "put" or "post" or "delete" or "patch";

    /// <summary>What names a home: the grid must not say it. A city's own owners and cameras share no such word.</summary>
    private static HashSet<string> ForbiddenWords()
    {
        var open = DemoCity.Cameras().Where(camera => camera.Tier == CameraTier.Integrated)
            .SelectMany(camera => new[] { camera.Key.Id, camera.Name!, camera.Address ?? "", camera.Owner.Id }).ToHashSet();
        return [.. Registered.SelectMany(WordsOf).Where(word => word.Length > 3 && !open.Contains(word))];
    }

    private static IEnumerable<string> WordsOf(Camera camera) =>
    [
        camera.Key.Id, camera.Name ?? "", camera.Address ?? "", camera.Owner.Id,
        string.Create(CultureInfo.InvariantCulture, $"{camera.Position.LngDeg:R},{camera.Position.LatDeg:R}"),
    ];

    private static IEnumerable<string> FindIn(string body, HashSet<string> words) =>
        words.Where(word => body.Contains(word, StringComparison.Ordinal));

    private static async Task<List<(string Call, string Body)>> WalkAsync(HttpClient http)
    {
        var answers = new List<(string, string)>();
        var cursor = "";
        for (var more = true; more; more = cursor.Length > 0)
        {
            var page = await TakeAsync($"/v1/cameras?limit=1000{cursor}");
            cursor = JsonNode.Parse(page)!["cursor"]?.GetValue<string>() is { } next ? $"&cursor={Uri.EscapeDataString(next)}" : "";
        }

        foreach (var camera in Registered.Take(50))
        {
            var box = string.Create(CultureInfo.InvariantCulture,
                $"{camera.Position.LngDeg - 0.0002},{camera.Position.LatDeg - 0.0002},{camera.Position.LngDeg + 0.0002},{camera.Position.LatDeg + 0.0002}");
            await TakeAsync($"/v1/cameras?bbox={box}");
            using var got = await http.GetAsync(new Uri($"/v1/cameras/{Uri.EscapeDataString(camera.Key.Id)}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, got.StatusCode);
            foreach (var radiusM in new[] { 10, 250, 1_000 })
            {
                await PostAsync("/v1/coverage", new
                {
                    area = new { type = "Point", coordinates = new[] { camera.Position.LngDeg + 0.00001, camera.Position.LatDeg + 0.00001 } },
                    radiusM,
                });
            }
        }

        await TakeAsync("/v1/incidents");
        await TakeAsync("/v1/incidents/demo%3A1");
        await TakeAsync("/v1/incidents/demo%3A1/coverage");
        await TakeAsync("/v1/canvasses/demo%3A1%3A1");
        await TakeAsync("/v1/incidents/demo%3A1/units");
        await TakeAsync("/v1/units");
        await PostAsync("/v1/incidents/demo%3A1/canvass", new { reason = "larceny" });
        await PostAsync("/v1/canvasses/demo%3A1%3A2/send", null);
        await PostAsync("/v1/units/positions", new { positions = Array.Empty<object>() });
        answers.Add(("GET /v1/incidents/demo%3A1/events", await EventsAsync(http)));
        await PostAsync("/v1/incidents/demo%3A1/close", new { outcome = "found" });
        var walked = Api.Camera("walk", -84.38, 33.7805, new { tier = "integrated", ownerId = "walk" });
        await SendAsync(HttpMethod.Put, "/v1/cameras/walk", walked);
        await SendAsync(HttpMethod.Get, "/v1/cameras/walk", null);
        await PostAsync("/v1/cameras", walked);
        await PostAsync("/v1/cameras:import", new { type = "FeatureCollection", features = new[] { walked } });
        await PostAsync("/v1/cameras/status", Registered.Take(20).Select(home => new { id = home.Key.Id, recording = true }));
        await SendAsync(HttpMethod.Delete, "/v1/cameras/walk", null);
        await PostAsync("/v1/incidents", Api.Incident("walk", -84.38, 33.7805, DateTimeOffset.UtcNow));
        foreach (var path in new[] { "/health/live", "/health/ready", "/health/startup", "/metrics", "/openapi/v1.json" })
        {
            await TakeAsync(path);
        }

        return answers;

        async Task<string> TakeAsync(string path)
        {
            var body = await http.GetStringAsync(new Uri(path, UriKind.Relative));
            answers.Add(($"GET {path}", body));
            return body;
        }

        Task PostAsync(string path, object? body) => SendAsync(HttpMethod.Post, path, body);

        async Task SendAsync(HttpMethod method, string path, object? body)
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            using var answer = await http.SendAsync(request);
            Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {answer.StatusCode}");
            answers.Add(($"{method} {path}", await answer.Content.ReadAsStringAsync()));
        }
    }

    private static async Task<string> EventsAsync(HttpClient http)
    {
        using var answer = await http.GetAsync(
            new Uri("/v1/incidents/demo%3A1/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var lines = new List<string>();
        while (lines.Count(line => line.StartsWith("data:", StringComparison.Ordinal)) < 4)
        {
            lines.Add((await reader.ReadLineAsync())!);
        }

        return string.Join('\n', lines);
    }
}
