using System.Net;
using System.Net.Sockets;

namespace Canvass.Silo.Hosting;

/// <summary>Refuses ports that another process listens on. Orleans opens its own so that several processes may share one, and the calls for
/// one grid would then reach another.</summary>
internal static class PortCheck
{
    /// <summary>Tries the ports of the options.</summary>
    /// <exception cref="StartRefusedException">One of them is taken.</exception>
    public static void Require(NodeOptions options)
    {
        Require(options, options.SiloPort, "Canvass__SiloPort");
        Require(options, options.GatewayPort, "Canvass__GatewayPort");
    }

    private static void Require(NodeOptions options, int port, string setting)
    {
        using var listener = new TcpListener(IPAddress.Parse(options.AdvertisedAddress), port);
        try
        {
            listener.Start();
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new StartRefusedException($"{setting} is {port}, but another process listens on that port: stop that one, or give a free port.");
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            throw new StartRefusedException($"Canvass__AdvertisedAddress is '{options.AdvertisedAddress}', which is no address of this machine: "
                + "give one that others reach it by.");
        }
    }
}
