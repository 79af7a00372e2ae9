using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Canvass.Running;
using Canvass.Running.Processes;

namespace Canvass.Cluster.Tests.Scripts;

/// <summary><c>scripts/cluster</c>, as a person runs it.</summary>
[Trait("Category", "Cluster")]
public sealed class ClusterScriptTests
{
    [Fact]
    public async Task A_city_that_comes_in_through_one_gateway_is_answered_by_the_other_whichever_silo_dies()
    {
        // Not below a folder of the tester's own: the database's user has to get into it.
        var script = new Script(Path.Combine(Path.GetTempPath(), $"canvass-cluster-{Guid.NewGuid():N}"), FreePorts.Take(1)[0]);
        try
        {
            await script.RunAsync("up", "demo");
            using var second = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:8082") };
            await SentAsync(second);
            var before = await second.GetStringAsync("/v1/incidents/demo%3A1", TestContext.Current.CancellationToken);
            Assert.Equal(6, Regex.Count(await script.RunAsync("status"), "^.+ runs, process [0-9]+$"));

            await script.RunAsync("kill", "2");
            Assert.Contains("silo-2 does not run", await script.RunAsync("status"), StringComparison.Ordinal);
            await script.RunAsync("up");

            Assert.Equal(before, await second.GetStringAsync("/v1/incidents/demo%3A1", TestContext.Current.CancellationToken));
            await script.RunAsync("down");
            Assert.DoesNotContain(" runs, process", await script.RunAsync("status"), StringComparison.Ordinal);
        }
        finally
        {
            await script.RunAsync("remove");
        }

        Assert.False(Directory.Exists(script.Folder));
    }

    /// <summary>The demo plays after the doors are open.</summary>
    private static async Task SentAsync(HttpClient http)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            using var answer = await http.GetAsync("/v1/canvasses/demo%3A1%3A1", TestContext.Current.CancellationToken);
            if (answer.IsSuccessStatusCode
                && JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["state"]!.GetValue<string>() == "sent")
            {
                return;
            }

            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private static class Regex
    {
        public static int Count(string text, string pattern) =>
            System.Text.RegularExpressions.Regex.Count(text, pattern, System.Text.RegularExpressions.RegexOptions.Multiline);
    }

    private sealed class Script(string folder, int port)
    {
        public string Folder => folder;

        public async Task<string> RunAsync(params string[] words)
        {
            var start = new ProcessStartInfo(Path.Combine(Repository.Root, "scripts", "cluster"), words)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["CANVASS_CLUSTER"] = folder;
            start.Environment["CANVASS_CLUSTER_PORT"] = port.ToString(CultureInfo.InvariantCulture);
            start.Environment["CANVASS_PROGRAM"] = Path.Combine(AppContext.BaseDirectory, "Canvass.Silo.dll");
            using var bash = Process.Start(start)!;
            var output = bash.StandardOutput.ReadToEndAsync();
            var errors = bash.StandardError.ReadToEndAsync();
            await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(bash.ExitCode == 0, $"{string.Join(' ', words)}:\n{await output}\n{await errors}");
            return await output;
        }
    }
}
