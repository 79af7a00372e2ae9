using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Canvass.Cli.Commands;

/// <summary>Reads <c>host:port</c>.</summary>
internal static class GatewayAddress
{
    /// <summary>A silo on this machine.</summary>
    public const string Default = "127.0.0.1:30000";

    private const int DefaultPort = 30_000;

    /// <summary>The addresses of a host; a name may have several. Without a port, 30000.</summary>
    /// <exception cref="UsageException">The text is no such address, or the name is unknown.</exception>
    public static async Task<IReadOnlyList<IPEndPoint>> ResolveAsync(string text, CancellationToken cancellationToken)
    {
        if (IPEndPoint.TryParse(text, out var endPoint))
        {
            return [endPoint.Port == 0 ? new(endPoint.Address, DefaultPort) : endPoint];
        }

        var (host, port) = Split(text);
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
            return [.. addresses.Select(address => new IPEndPoint(address, port))];
        }
        catch (SocketException)
        {
            throw new UsageException("--gateway", $"No machine is known as '{host}': give the host:port of a silo, for example {Default}.");
        }
    }

    private static (string Host, int Port) Split(string text)
    {
        var at = text.LastIndexOf(':');
        var host = at < 0 ? text : text[..at];
        var port = DefaultPort;
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown
            || (at >= 0 && (!int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65_535)))
        {
            throw new UsageException("--gateway", $"'{text}' is not a host:port: give for example {Default}.");
        }

        return (host, port);
    }
}
