using System.Net;
using System.Text.Json;
using Canvass.Running;
using Canvass.Silo.Tests.Reading;

namespace Canvass.Silo.Tests.Fuzzing;

/// <summary>Thousands of broken variants of valid requests, the same in every run.</summary>
[Trait("Category", "Cluster")]
public sealed class FuzzTests(ITestOutputHelper output) : IDisposable
{
    private const int Seed = 20_260_517;
    private const int Requests = 2_500;
    private readonly TestFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task No_request_however_broken_fails_the_server_or_is_refused_without_a_reason()
    {
        await using var silo = await SiloProcess.StartAsync(_data.Path);
        var failures = new List<string>();
        var valid = ValidRequests.All(DateTimeOffset.UtcNow);
        foreach (var request in valid)
        {
            await CheckAsync(silo.Http, request, failures);
        }

        var mutations = new Mutations(Seed);
        var statuses = new SortedDictionary<HttpStatusCode, int>();
        for (var i = 0; i < Requests; i++)
        {
            var status = await CheckAsync(silo.Http, mutations.Of(valid[i % valid.Count]), failures);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }

        output.WriteLine(string.Join(", ", statuses.Select(pair => $"{(int)pair.Key}: {pair.Value}")));
        Assert.True(failures.Count == 0, string.Join("\n", failures) + silo.Output[Math.Max(0, silo.Output.IndexOf(" failed with ", StringComparison.Ordinal))..]);
        Assert.Equal("ready", (await silo.Http.GetNodeAsync("/health/ready"))["status"]!.GetValue<string>());
        Assert.DoesNotContain(" failed with ", silo.Output, StringComparison.Ordinal);
        Assert.Equal([], await new RestingState(_data.Path).BrokenCamerasAsync());
        await EverythingListedCanBeReadAsync(silo.Http);
    }

    private static async Task<HttpStatusCode> CheckAsync(HttpClient http, FuzzedRequest request, List<string> failures)
    {
        using var message = new HttpRequestMessage(new(request.Method), new Uri(http.BaseAddress!.AbsoluteUri.TrimEnd('/') + request.Path,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (request.Body is not null)
        {
            message.Content = new ByteArrayContent(request.Body);
            if (request.Type is not null)
            {
                message.Content.Headers.TryAddWithoutValidation("Content-Type", request.Type);
            }
        }

        using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        if ((int)answer.StatusCode >= 400 && request.Method != "HEAD"
            && Fault(request, answer, await answer.Content.ReadAsByteArrayAsync()) is { } fault)
        {
            failures.Add($"{request} answered {(int)answer.StatusCode}: {fault}");
        }

        return answer.StatusCode;
    }

    /// <summary>What is wrong with a refusal; null where it is as it should be.</summary>
    private static string? Fault(FuzzedRequest request, HttpResponseMessage answer, byte[] body)
    {
        if (answer.StatusCode == HttpStatusCode.BadRequest && body.Length == 0)
        {
            // The server itself refuses what is no HTTP, before anybody else sees it.
            return request.Path.Contains('%', StringComparison.Ordinal) ? null : "no reason";
        }

        if ((int)answer.StatusCode >= 500 || answer.Content.Headers.ContentType?.MediaType != "application/problem+json" || body.Length > 20_000)
        {
            return $"{answer.Content.Headers.ContentType}, {body.Length} bytes";
        }

        using var problem = JsonDocument.Parse(body);
        var detail = problem.RootElement.GetProperty("detail").GetString()!;
        var isWhole = problem.RootElement.GetProperty("status").GetInt32() == (int)answer.StatusCode
            && problem.RootElement.GetProperty("title").GetString()!.Length > 0 && detail.Length > 10
            && (!problem.RootElement.TryGetProperty("errors", out var errors)
                || errors.EnumerateObject().All(error => error.Value.EnumerateArray().All(said => said.GetString()!.Length > 10)));
        return isWhole && !detail.Contains("Exception", StringComparison.Ordinal) ? null : problem.RootElement.ToString();
    }

    private static async Task EverythingListedCanBeReadAsync(HttpClient http)
    {
        foreach (var camera in await http.ListAllAsync("/v1/cameras", "features"))
        {
            var id = camera["id"]!.GetValue<string>();
            Assert.Equal(id, (await http.GetNodeAsync($"/v1/cameras/{Uri.EscapeDataString(id)}"))["id"]!.GetValue<string>());
        }

        foreach (var incident in await http.ListAllAsync("/v1/incidents", "incidents"))
        {
            var id = incident["id"]!.GetValue<string>();
            Assert.Equal(id, (await http.GetNodeAsync($"/v1/incidents/{Uri.EscapeDataString(id)}"))["id"]!.GetValue<string>());
        }
    }
}
