using System.Net;
using System.Net.Sockets;

namespace Canvass.Running.Processes;

/// <summary>Ports that nobody listens on.</summary>
public static class FreePorts
{
    // Below the range from which the kernel gives ports to outgoing connections: while a server is down, none of those takes its port, and
    // nobody who tries to reach it meets himself.
    private const int First = 12_000;
    private const int Last = 32_000;

    /// <summary>Some ports, all different.</summary>
    public static int[] Take(int count)
    {
        var ports = new HashSet<int>();
        while (ports.Count < count)
        {
            var port = Random.Shared.Next(First, Last);
            if (IsFree(port))
            {
                ports.Add(port);
            }
        }

        return [.. ports];
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Any, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
