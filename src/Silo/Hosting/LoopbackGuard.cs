using System.Net;

namespace Canvass.Silo.Hosting;

/// <summary>Keeps the API on the loopback interface while callers are not authenticated.</summary>
internal static class LoopbackGuard
{
    /// <summary>Where the HTTP API listens by default.</summary>
    public const string DefaultUrl = "http://localhost:8080";

    /// <summary>The names by which callers on this machine know it.</summary>
    public static readonly IReadOnlyList<string> Hosts = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Refuses addresses that other machines could reach.</summary>
    /// <param name="urls">The addresses, separated by semicolons, as <c>--urls</c> gives them.</param>
    /// <exception cref="StartRefusedException">One of them is not on the loopback interface.</exception>
    public static void Require(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var address = BindingAddress.Parse(url);
            var isLoopback = !address.IsUnixPipe && (string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)
                || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
            if (!isLoopback)
            {
                throw new StartRefusedException(
                    $"--urls (ASPNETCORE_URLS) has '{url}', which other machines can reach, but callers are not asked who they are yet: "
                    + $"give a loopback address, for example {DefaultUrl}, or set Canvass__TrustedNetwork to true where a network policy or a "
                    + "proxy decides who may call.");
            }
        }
    }
}
