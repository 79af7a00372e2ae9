using System.Net;
using Canvass.Client;
using Canvass.Contracts.Refusals;
using Canvass.Gateway.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Canvass.Gateway.Tests.Problems;

[Trait("Category", "Unit")]
public sealed class FaultTests
{
    [Fact]
    public async Task A_grid_that_does_not_answer_is_told_apart_from_one_that_failed()
    {
        foreach (var (fault, status) in ((Exception, HttpStatusCode)[])
        [
            (new TimeoutException("secret"), HttpStatusCode.ServiceUnavailable),
            (new SiloUnavailableException("secret"), HttpStatusCode.ServiceUnavailable),
            (new InvalidOperationException("secret"), HttpStatusCode.InternalServerError),
        ])
        {
            await using var app = await StartAsync(fault);
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            foreach (var call in (string[])["GET /v1/cameras/a", "GET /v1/incidents", "GET /v1/units", "GET /health/ready"])
            {
                using var response = await http.CallAsync(call);
                Assert.Equal(status, response.StatusCode);
                Assert.Equal(status == HttpStatusCode.ServiceUnavailable, response.Headers.RetryAfter is not null);
                var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
            }

            await http.AnswersAsync("GET /health/live", null, 200);
        }
    }

    [Theory]
    [InlineData(true, 507)]
    [InlineData(false, 503)]
    public async Task A_grid_that_cannot_use_its_disk_says_so(bool isOutOfRoom, int status)
    {
        await using var app = await StartAsync(new GridUnavailableException("What to do.", isOutOfRoom));
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        var problem = await http.AnswersAsync("GET /v1/incidents", null, status);

        Assert.Equal("What to do.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_gateway_that_has_met_no_silo_yet_says_so()
    {
        // What Orleans' client throws as long as it does not know which grains there are.
        await using var app = await StartAsync(FaultyGrains.GivingNone(new ArgumentException("secret")));
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        foreach (var call in (string[])["GET /v1/cameras/a", "GET /v1/incidents", "GET /v1/units", "GET /health/ready"])
        {
            var problem = await http.AnswersAsync(call, null, 503);
            Assert.Contains("No silo", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    private static Task<WebApplication> StartAsync(Exception fault) => StartAsync(FaultyGrains.Throwing(fault));

    private static async Task<WebApplication> StartAsync(IGrainFactory grains)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new CanvassClient(grains));
        builder.Services.AddCanvassGateway();
        var app = builder.Build();
        app.MapCanvassGateway();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
