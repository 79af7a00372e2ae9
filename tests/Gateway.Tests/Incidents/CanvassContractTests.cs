using System.Net;
using Canvass.Gateway.Tests.Running;

namespace Canvass.Gateway.Tests.Incidents;

[Trait("Category", "Cluster")]
public sealed class CanvassContractTests(GridFixture grid)
{
    [Fact]
    public async Task A_canvass_is_drafted_sent_and_read()
    {
        await grid.Http.AnswersAsync("PUT /v1/cameras/can-1", Samples.Camera(coordinates: "[-84.38747,33.78014]"), 201);
        await grid.Http.AnswersAsync("POST /v1/incidents", Samples.OpenIncident("can-1"), 201);
        using var drafted = await grid.Http.CallAsync("POST /v1/incidents/apd-cad:can-1/canvass", """{"reason":"theft","note":"n"}""");
        Assert.Equal(HttpStatusCode.Created, drafted.StatusCode);
        Assert.Equal("/v1/canvasses/apd-cad%3Acan-1%3A1", drafted.Headers.Location?.ToString());

        var draft = await grid.Http.AnswersAsync($"GET {drafted.Headers.Location}", null, 200, """
            {"id":"apd-cad:can-1:1","incidentId":"apd-cad:can-1","state":"draft","reason":"theft","note":"n",
             "integrated":{"owners":"*","cameras":"*","firstOverwriteAt":"*"},"homes":{"cells":"*"},"expected":"*","policy":"*","draftedAt":"*","delivered":false,"shared":0,"clips":0,"partial":false}
            """);
        Assert.False(draft.TryGetProperty("asked", out _));
        await grid.Http.AnswersAsync($"POST {drafted.Headers.Location}/send", null, 202, """{"state":"sent","sentAt":"*","asked":"*"}""");
        await grid.Http.AnswersAsync($"POST {drafted.Headers.Location}/send", null, 202);
        await grid.Http.AnswersAsync("GET /v1/incidents/apd-cad:can-1", null, 200, """{"canvasses":[{"id":"apd-cad:can-1:1","state":"sent"}]}""");
    }

    [Fact]
    public async Task A_repeated_command_answers_the_first_draft()
    {
        await grid.Http.AnswersAsync("POST /v1/incidents", Samples.OpenIncident("can-2"), 201);
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/incidents/apd-cad:can-2/canvass");
            request.Headers.Add("Idempotency-Key", "once");
            request.Content = new StringContent("""{"reason":"theft"}""", null, Calls.Json);
            using var response = await grid.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal("/v1/canvasses/apd-cad%3Acan-2%3A1", response.Headers.Location?.ToString());
        }
    }

    [Fact]
    public async Task A_canvass_that_is_wrong_is_refused()
    {
        await grid.Http.AnswersAsync("POST /v1/incidents", Samples.OpenIncident("can-3"), 201);
        const string Draft = "POST /v1/incidents/apd-cad:can-3/canvass";
        await grid.Http.RefusesAsync(Draft, "{}", 400, "reason", "There is none");
        await grid.Http.RefusesAsync(Draft, """{"reason":7}""", 400, "reason", "7 does not belong here");
        await grid.Http.RefusesAsync(Draft, """{"reason":"two words"}""", 400, "reason", "");
        await grid.Http.RefusesAsync(Draft, $$"""{"reason":"theft","note":"{{new string('n', 2_001)}}"}""", 400, "note", "2001");
        await grid.Http.AnswersAsync("GET /v1/canvasses/apd-cad:can-3:1", null, 404);
        await grid.Http.AnswersAsync("GET /v1/canvasses/apd-cad:can-3:0", null, 404);
        await grid.Http.AnswersAsync("POST /v1/canvasses/apd-cad:can-3:1/send", null, 404);
    }
}
