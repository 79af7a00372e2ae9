using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Canvass.Running;
using Canvass.Silo.Tests.Reading;
using Microsoft.Data.Sqlite;

namespace Canvass.Silo.Tests.Telemetry;

/// <summary>A silo that was watched while it did all that a grid does, met failures, and was stopped.</summary>
public sealed class WatchedGrid : IAsyncLifetime
{
    private const double Lng = -84.387471;
    private const double Lat = 33.780143;
    private readonly TestFolder _data = new();

    /// <summary>What the silo said at <c>/metrics</c>.</summary>
    public string Scrape { get; private set; } = "";

    /// <summary>What came through OTLP, by signal.</summary>
    public IReadOnlyDictionary<string, string> Received { get; private set; } = new Dictionary<string, string>();

    /// <summary>What the silo wrote to its console.</summary>
    public string Console { get; private set; } = "";

    /// <summary>What names somebody or something: none of it may leave the process. Each is written as texts and numbers travel.</summary>
    public static IReadOnlyList<string> Secrets { get; } =
    [
        "zebra-cam", "zebra-home", "zebra-owner", "zebra-name", "zebra-address", "zebra-number", "zebra-note", "zebra-agency", "zebra-unit",
        "zebra-command", "zebra-nowhere", "zebra-program", "rtsp://zebra",
        .. new[] { Lng, Lat }.SelectMany(number => new[]
        {
            number.ToString("R", CultureInfo.InvariantCulture), Encoding.Latin1.GetString(BitConverter.GetBytes(number)),
        }),
    ];

    /// <summary>What is not logged unless somebody asks for it, and may say nothing of anybody then either.</summary>
    private static readonly string[] OffByDefault =
        ["Orleans.Grain", "Orleans.Messaging", "Orleans.Runtime.CallbackData", "Orleans.Storage", "Polly"];

    public async ValueTask InitializeAsync()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var silo = await SiloProcess.StartAsync(_data.Path, command: null,
            [
                $"OTEL_EXPORTER_OTLP_ENDPOINT={receiver.Address}", "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", "OTEL_METRIC_EXPORT_INTERVAL=500",
                .. OffByDefault.Select(category => $"Logging__LogLevel__{category}=Warning"),
            ]);
        silo.Http.DefaultRequestHeaders.UserAgent.ParseAdd("zebra-program/1.0");
        await UseAsync(silo.Http);
        await MissAsync(silo.Http);
        await BreakAsync(silo.Http);
        Scrape = await silo.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative));

        // What is still to be exported goes out with a clean stop.
        Assert.Equal(0, await silo.StopAsync());
        Received = new[] { "traces", "metrics", "logs" }.ToDictionary(signal => signal, receiver.Received);
        Console = silo.Output;
    }

    public ValueTask DisposeAsync()
    {
        _data.Dispose();
        return ValueTask.CompletedTask;
    }

    private static object Home(int i) => Api.Camera($"zebra-home-{i}", Lng + (i * 0.00001), Lat, new
    {
        tier = "registered",
        ownerId = $"zebra-owner-{i}",
        address = $"{i} zebra-address",
        name = $"zebra-name-{i}",
    });

    private static object Incident(string number) => new
    {
        source = "test",
        number,
        agency = "zebra-agency",
        area = new { type = "Point", coordinates = new[] { Lng, Lat } },
        radiusM = 250,
        window = new { from = Api.Text(DateTimeOffset.UtcNow.AddHours(-1)), to = Api.Text(DateTimeOffset.UtcNow) },
        reportedAt = Api.Text(DateTimeOffset.UtcNow),
    };

    private async Task UseAsync(HttpClient http)
    {
        await SendAsync(http, HttpMethod.Post, "/v1/cameras:import",
            new { type = "FeatureCollection", features = Enumerable.Range(1, 12).Select(Home) }, HttpStatusCode.OK);
        using var put = await http.PutCameraAsync("zebra-cam-1", Lng, Lat, new
        {
            tier = "integrated",
            ownerId = "zebra-owner-city",
            address = "1 zebra-address",
            name = "zebra-name-city",
            streams = new[] { new { protocol = "rtsp", url = "rtsp://zebra.example/1" } },
        });
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        await SendAsync(http, HttpMethod.Get, "/v1/cameras/zebra-cam-1", null, HttpStatusCode.OK);
        await SendAsync(http, HttpMethod.Post, "/v1/coverage",
            new { area = new { type = "Point", coordinates = new[] { Lng, Lat } }, radiusM = 250 }, HttpStatusCode.OK);
        await SendAsync(http, HttpMethod.Post, "/v1/incidents", Incident("zebra-number-1"), HttpStatusCode.Created);
        await SendAsync(http, HttpMethod.Get, "/v1/incidents/test%3Azebra-number-1/coverage", null, HttpStatusCode.OK);
        var drafted = await SendAsync(http, HttpMethod.Post, "/v1/incidents/test%3Azebra-number-1/canvass",
            new { reason = "larceny", note = "zebra-note", commandId = "zebra-command" }, HttpStatusCode.Created);
        var canvass = $"/v1/canvasses/{Uri.EscapeDataString(JsonNode.Parse(drafted)!["id"]!.GetValue<string>())}";
        await SendAsync(http, HttpMethod.Post, $"{canvass}/send", null, HttpStatusCode.Accepted);
        await SendAsync(http, HttpMethod.Post, "/v1/units/positions", new
        {
            positions = new[] { new { agency = "zebra-agency", callSign = "zebra-unit", at = Api.Text(DateTimeOffset.UtcNow), coordinates = new[] { Lng, Lat } } },
        }, HttpStatusCode.Accepted);
        await SendAsync(http, HttpMethod.Get, "/v1/incidents/test%3Azebra-number-1/units", null, HttpStatusCode.OK);
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await new RestingState(_data.Path).InboxesAsync()).Count < 13)
        {
            await timer.WaitForNextTickAsync(timeout.Token);
        }
    }

    /// <summary>Requests that fail by the caller's fault.</summary>
    private static async Task MissAsync(HttpClient http)
    {
        await SendAsync(http, HttpMethod.Get, "/v1/cameras/zebra-home-1", null, HttpStatusCode.NotFound);
        await SendAsync(http, HttpMethod.Get, "/v1/incidents/test%3Azebra-nowhere", null, HttpStatusCode.NotFound);
        await SendAsync(http, HttpMethod.Get, "/zebra-nowhere?id=zebra-owner-1", null, HttpStatusCode.NotFound);
        await SendAsync(http, HttpMethod.Put, "/v1/cameras/zebra-cam-2", new { zebra = "zebra-name" }, HttpStatusCode.BadRequest);
    }

    /// <summary>A database that fails, and names somebody in what it says of it.</summary>
    private async Task BreakAsync(HttpClient http)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(_data.Path, "canvass.db")};Pooling=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = """
            PRAGMA busy_timeout = 5000;
            CREATE TRIGGER broken BEFORE INSERT ON OrleansStorage BEGIN SELECT RAISE(ABORT, 'zebra-owner-1 of inc/test/zebra-number-1'); END;
            """;
        await command.ExecuteNonQueryAsync();
        await SendAsync(http, HttpMethod.Post, "/v1/incidents", Incident("zebra-number-2"), HttpStatusCode.ServiceUnavailable);
        command.CommandText = "DROP TRIGGER broken;";
        await command.ExecuteNonQueryAsync();
        await SendAsync(http, HttpMethod.Post, "/v1/incidents", Incident("zebra-number-2"), HttpStatusCode.Created);
    }

    private static async Task<string> SendAsync(HttpClient http, HttpMethod method, string path, object? body, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{method} {path}: {answer.StatusCode} {text}");
        return text;
    }
}
