using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Canvass.Geo.Scenes;
using Canvass.Geo.Shapes;
using Canvass.Running;
using Canvass.Silo.Tests.Reading;

namespace Canvass.Silo.Tests.Imports;

/// <summary>Files of cameras as cities send them, over the wire into a real process.</summary>
[Trait("Category", "Cluster")]
public sealed class ImportTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly TestFolder _data = new();
    private SiloProcess _silo = null!;

    public async ValueTask InitializeAsync() => _silo = await SiloProcess.StartAsync(_data.Path);

    public async ValueTask DisposeAsync()
    {
        await _silo.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task A_file_of_over_a_hundred_megabytes_is_taken_in_bounded_memory_and_a_second_time_changes_nothing()
    {
        const int Features = 2_500;
        var before = _silo.WorkingSetBytes;
        var most = before;
        using var body = new GeneratedCollection(Features, 50_000)
        {
            Sending = number => most = number % 50 == 0 ? Math.Max(most, _silo.WorkingSetBytes) : most,
        }.AsGeoJson();

        var first = await ImportAsync(body);

        output.WriteLine($"{body.Sent / 1e6:F0} MB; working set {before / 1e6:F0} MB before, {most / 1e6:F0} MB at most.");
        Assert.True(body.Sent > 100_000_000);
        Assert.Equal((Features, 0, 0), Counts(first));
        Assert.True(most - before < 1_000_000_000, $"The working set grew by {(most - before) / 1e6:F0} MB.");

        var rows = await new RestingState(_data.Path).CamerasAsync();
        using var again = new GeneratedCollection(Features).AsGeoJson();
        var second = await ImportAsync(again);
        Assert.Equal((0, 0, 0), Counts(second));
        Assert.Equal(Features, second["unchanged"]!.GetValue<int>());
        Assert.Equal(rows, await new RestingState(_data.Path).CamerasAsync());
        await RowsAreWholeAsync(Features);
    }

    [Fact]
    public async Task Broken_features_of_every_kind_are_named_by_row_and_the_good_ones_among_them_go_in()
    {
        string[] broken =
        [
            "null", "[]", "\"text\"", "17", "{}", Feature("no-geometry").Replace("\"geometry\"", "\"geo\"", StringComparison.Ordinal),
            Feature("wrong-type").Replace("\"Feature\"", "\"Point\"", StringComparison.Ordinal), Feature("zero", "[0,0]"), Feature("far", "[181,0]"),
            Feature("texts", "[\"1\",\"2\"]"), Feature("one", "[1]"), Feature("", "[-84.3,33.7]"), Feature("two words"),
            Feature(new string('x', 129)), Feature("tier", more: "\"tier\":\"public\""), Feature("kind", more: "\"kind\":7"),
            Feature("range", more: "\"rangeM\":1000.1"), Feature("minus", more: "\"rangeM\":-1"), Feature("bearing", more: "\"bearingDeg\":[]"),
            Feature("retention", more: "\"retentionHours\":1e400"), Feature("twice", more: "\"name\":\"a\",\"name\":\"b\""),
            Feature("half", more: "\"name\":\"\\ud800\""), Feature("half-name", more: "\"\\ud800\":1"), Feature("bad-json", more: "\"name\":'x'"),
            Feature("open", more: "\"view\":{\"type\":\"Polygon\",\"coordinates\":[[[-84.3,33.7],[-84.2,33.7],[-84.2,33.8]]]}"),
            Feature("live-home", more: "\"tier\":\"registered\",\"stream\":{\"protocol\":\"rtsp\",\"url\":\"rtsp://x.invalid\"}"),
            Feature("deep", more: $"\"name\":{new string('[', 200)}{new string(']', 200)}"),
        ];
        var features = broken.SelectMany((feature, i) => (string[])[feature, Feature($"good-{i}")]).ToList();

        var answer = await ImportAsync(Text($$"""{"type":"FeatureCollection","features":[{{string.Join(",\n", features)}}]}"""));

        Assert.Equal((broken.Length, 0, broken.Length), Counts(answer));
        Assert.Equal(Enumerable.Range(0, broken.Length).Select(i => (2 * i) + 1), answer["rejected"]!.AsArray().Select(row => row!["row"]!.GetValue<int>()).Order());
        Assert.All(answer["rejected"]!.AsArray(), row => Assert.NotEmpty(row!["errors"]!.AsObject()));
        await RowsAreWholeAsync(broken.Length);
    }

    [Fact]
    public async Task Of_an_id_that_stands_twice_the_first_row_counts()
    {
        var answer = await ImportAsync(Text($$"""{"type":"FeatureCollection","features":[{{Feature("a")}},{{Feature("b")}},{{Feature("a", "[-84.31,33.71]")}}]}"""));

        Assert.Equal((2, 0, 1), Counts(answer));
        Assert.Equal(3, answer["rejected"]![0]!["row"]!.GetValue<int>());
        Assert.Equal(-84.3, (await _silo.Http.GetNodeAsync("/v1/cameras/a"))["geometry"]!["coordinates"]![0]!.GetValue<double>());
    }

    [Fact]
    public async Task Of_a_file_that_breaks_off_the_rows_before_stand_wherever_it_does()
    {
        var whole = $$"""{"type":"FeatureCollection","features":[{{Feature("a")}},{{Feature("b")}}]}""";
        foreach (var length in (IEnumerable<int>)[.. Enumerable.Range(0, whole.Length / 23).Select(step => step * 23), whole.Length - 1])
        {
            var answer = await ImportAsync(Text(whole[..length]));
            Assert.NotEmpty(answer["rejected"]!.AsArray());
            Assert.Contains("file", answer["rejected"]!.AsArray()[^1]!["errors"]!.AsObject().Select(error => error.Key));
        }

        await RowsAreWholeAsync(2);
        Assert.Equal(0, (await ImportAsync(Text(whole)))["imported"]!.GetValue<int>());
    }

    [Fact]
    public async Task Two_imports_of_the_same_file_at_once_end_in_the_same_state_as_one()
    {
        const int Features = 3_000;
        using var left = new GeneratedCollection(Features).AsGeoJson();
        using var right = new GeneratedCollection(Features).AsGeoJson();

        var answers = await Task.WhenAll(ImportAsync(left), ImportAsync(right));

        Assert.Equal(Features, answers.Sum(answer => answer["imported"]!.GetValue<int>()));
        Assert.Equal(Features, answers.Sum(answer => answer["unchanged"]!.GetValue<int>()));
        await RowsAreWholeAsync(Features);
    }

    [Fact]
    public async Task Coverage_that_is_asked_during_imports_never_loses_a_camera_and_sees_every_one_after()
    {
        const int Features = 4_000;
        using var stopped = new CancellationTokenSource();
        using var body = new GeneratedCollection(Features).AsGeoJson();
        var asking = AskUntilAsync(stopped.Token);

        await ImportAsync(body);
        var after = await SeenAsync();
        await stopped.CancelAsync();
        var seen = await asking;

        output.WriteLine($"{seen.Count} answers, {seen[0]} to {seen[^1]} cameras.");
        Assert.Equal(seen.Order(), seen);
        Assert.Equal(Seeing(new(Area.Circle(new(33.71, -84.38), 250)), Features), after);
    }

    private async Task<List<int>> AskUntilAsync(CancellationToken stopped)
    {
        var seen = new List<int> { 0 };
        while (!stopped.IsCancellationRequested)
        {
            seen.Add(await SeenAsync());
        }

        return seen;
    }

    private async Task<int> SeenAsync()
    {
        using var answer = await _silo.Http.PostAsJsonAsync(
            "/v1/coverage", new { area = new { type = "Point", coordinates = new[] { -84.38, 33.71 } }, radiusM = 250 });
        var report = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.True(report["complete"]!.GetValue<bool>());
        return report["cameras"]!.AsArray().Count;
    }

    /// <summary>How many generated cameras see the circle: each sees 40 m around it.</summary>
    private static int Seeing(Scene scene, int features) => Enumerable.Range(0, features).Count(i =>
        scene.IsSeenBy(View.Sector(new(33.7 + (i / 100 * 0.0005), -84.4 + (i % 100 * 0.0005)), null, 360, 40)));

    private static string Feature(string id, string coordinates = "[-84.3,33.7]", string more = "\"rangeM\":50")
    {
        var properties = more.StartsWith("\"tier\"", StringComparison.Ordinal) ? more : $"\"tier\":\"integrated\",{more}";
        return $$"""{"type":"Feature","id":"{{id}}","geometry":{"type":"Point","coordinates":{{coordinates}} },"properties":{ {{properties}} } }""";
    }

    private static StringContent Text(string body) => new(body, Encoding.UTF8, "application/geo+json");

    private static (int Imported, int Updated, int Rejected) Counts(JsonNode answer) =>
        (answer["imported"]!.GetValue<int>(), answer["updated"]!.GetValue<int>(), answer["rejected"]!.AsArray().Count);

    private async Task<JsonNode> ImportAsync(HttpContent body)
    {
        using var answer = await _silo.Http.PostAsync("/v1/cameras:import", body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }

    private async Task RowsAreWholeAsync(int cameras)
    {
        var resting = new RestingState(_data.Path);
        Assert.Equal([], await resting.BrokenCamerasAsync());
        Assert.Equal(cameras, await resting.CountAsync("camera"));
    }
}
