using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Canvass.Cluster.Tests.Load;
using Canvass.Running;
using Canvass.Running.Clusters;
using Npgsql;

namespace Canvass.Cluster.Tests.Backups;

/// <summary>Backup and restore by the commands of the runbook.</summary>
[Trait("Category", "Cluster")]
public sealed class RestoreTests
{
    private const string Page = "docs/runbook/backup.md";

    [Fact]
    public async Task What_is_dumped_dropped_and_restored_answers_the_same()
    {
        using var folder = new TestFolder();
        await using var server = await PostgresServer.StartAsync(new() { Durable = true });
        var database = await server.CreateDatabaseAsync("canvass");
        var options = new GridClusterOptions { Silos = 1, Gateways = 1, Server = server, ConnectionString = database };
        var (dump, restore) = (Repository.Markdown(Page).Section("Back up"), Repository.Markdown(Page).Section("Restore"));
        IReadOnlyDictionary<string, string> before;
        await using (var cluster = await GridCluster.StartAsync(options))
        {
            var http = cluster.Gateways[0].Http;
            await FillAsync(http);
            before = await AnswersAsync(http);
            await BashAsync(folder.Path, database, string.Join("\n", dump.Blocks("sh")));

            // What came after the backup is not in it.
            await PostAsync(http, "/v1/incidents", Report(99));
            foreach (var node in cluster.Nodes)
            {
                Assert.Equal(0, await node.StopAsync());
            }
        }

        NpgsqlConnection.ClearAllPools();
        await BashAsync(folder.Path, database, string.Join("\n", restore.Blocks("sh")));

        await using var restored = await GridCluster.StartAsync(options);
        var after = await AnswersAsync(restored.Gateways[0].Http);
        Assert.Equal(before, after);
    }

    private static async Task FillAsync(HttpClient http)
    {
        await LoadCity.ImportAsync(http, new Random(1));
        for (var i = 1; i <= 5; i++)
        {
            await PostAsync(http, "/v1/incidents", Report(i));
        }

        var draft = await PostAsync(http, "/v1/incidents/backup%3A1/canvass", new { reason = "missing-person" });
        await PostAsync(http, $"/v1/canvasses/{Uri.EscapeDataString(draft["id"]!.GetValue<string>())}/send", new { });
        await PostAsync(http, "/v1/incidents/backup%3A2/close", new { outcome = "found" });
        await PostAsync(http, "/v1/cameras/status", new[] { new { id = "cam-0", recording = false, at = DateTimeOffset.UtcNow } });
    }

    private static object Report(int number) => new
    {
        source = "backup",
        number = $"{number}",
        area = new { type = "Point", coordinates = LoadCity.Place(new Random(number)) },
        radiusM = 400,
        reportedAt = DateTimeOffset.UtcNow,
    };

    private static async Task<JsonNode> PostAsync(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    private static async Task<IReadOnlyDictionary<string, string>> AnswersAsync(HttpClient http)
    {
        var answers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var paths = new List<string> { "/v1/incidents", "/v1/cameras?limit=1000", "/v1/cameras/cam-0", "/v1/canvasses/backup%3A1%3A1" };
        paths.AddRange(Enumerable.Range(1, 5).SelectMany(i => new[] { $"/v1/incidents/backup%3A{i}", $"/v1/incidents/backup%3A{i}/coverage" }));
        foreach (var path in paths)
        {
            var answer = await GetAsync(http, path);

            // The moment of the question, and nothing else, may differ.
            (answer as JsonObject)?.Remove("asOf");
            answers[path] = answer.ToJsonString();
        }

        return answers;
    }

    private static async Task<JsonNode> GetAsync(HttpClient http, string path) =>
        JsonNode.Parse(await http.GetStringAsync(path, TestContext.Current.CancellationToken))!;

    private static async Task BashAsync(string folder, string database, string script)
    {
        var address = new NpgsqlConnectionStringBuilder(database);
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["PATH"] = $"{Path.GetDirectoryName(PostgresPrograms.Find("pg_ctl"))}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["PGPASSWORD"] = address.Password;
        start.Environment["CANVASS_BACKUP_URL"] = $"postgresql://{address.Username}@{address.Host}:{address.Port}/{address.Database}";
        start.Environment["CANVASS_ADMIN_URL"] = $"postgresql://{address.Username}@{address.Host}:{address.Port}/postgres";
        using var bash = Process.Start(start)!;
        var output = bash.StandardOutput.ReadToEndAsync();
        var errors = bash.StandardError.ReadToEndAsync();
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(bash.ExitCode == 0, $"{script}\n{await output}\n{await errors}");
    }
}
