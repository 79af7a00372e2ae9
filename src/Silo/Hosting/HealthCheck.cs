using System.Net;

namespace Canvass.Silo.Hosting;

/// <summary>Asks the process that runs with the same settings whether it lives: for containers that hold no other program that could ask.</summary>
internal static class HealthCheck
{
    private const string Localhost = "localhost";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Asks.</summary>
    /// <returns>The exit code: 0 where it lives, else 1.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build();
        var urls = configuration["urls"] is { Length: > 0 } given ? given : LoopbackGuard.DefaultUrl;
        var address = BindingAddress.Parse(urls.Split(';')[0]);
        var host = IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && !ip.Equals(IPAddress.Any) && !ip.Equals(IPAddress.IPv6Any)
            ? address.Host
            : Localhost;
        using var http = new HttpClient { Timeout = Timeout };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{address.Scheme}://{host}:{address.Port}/health/live"));
        request.Headers.Host = Localhost;
        try
        {
            using var answer = await http.SendAsync(request);
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return 1;
        }
    }
}
