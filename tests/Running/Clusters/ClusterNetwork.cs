using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Canvass.Running.Clusters;

/// <summary>
/// A bridge with a network namespace for every process of a cluster. Needs root and <c>ip</c> (iproute2). Everything it makes is named after
/// this process, and what dead ones left is removed when the next one begins.
/// </summary>
public sealed class ClusterNetwork : IAsyncDisposable
{
    private const string Prefix = "cvs";

    /// <summary>A hardware address that nobody has: what is sent there is lost without a word, as behind a broken switch.</summary>
    private const string Nowhere = "02:00:00:00:00:01";

    private static int _made;
    private readonly string _bridge;
    private readonly int _subnet;
    private readonly int _places;

    private ClusterNetwork(string bridge, int subnet, int places)
    {
        _bridge = bridge;
        _subnet = subnet;
        _places = places;
        Host = AddressIn(subnet, 1);
    }

    /// <summary>This process' own address on the bridge.</summary>
    public IPAddress Host { get; }

    /// <summary>Why no network can be made on this machine; null where one can.</summary>
    public static string? Obstacle =>
        !Environment.IsPrivilegedProcess ? "network namespaces need root"
        : !new[] { "/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip", "/bin/ip" }.Any(File.Exists) ? "'ip' is missing: install iproute2"
        : null;

    /// <summary>Makes a network.</summary>
    /// <param name="places">For how many processes.</param>
    public static async Task<ClusterNetwork> CreateAsync(int places)
    {
        await RemoveLeftoversAsync();

        // At most 15 characters, as the kernel has it: process ids have up to 7 digits.
        var bridge = $"{Prefix}{Environment.ProcessId}{(char)('a' + (Interlocked.Increment(ref _made) % 26))}";
        var network = new ClusterNetwork(bridge, Random.Shared.Next(0, 250), places);
        try
        {
            await IpAsync($"link add {bridge} type bridge");
            await IpAsync($"addr add {network.Host}/24 dev {bridge}");
            await IpAsync($"link set {bridge} up");
            for (var place = 0; place < places; place++)
            {
                var within = network.NamespaceOf(place);
                var link = $"{bridge}{place}";
                await IpAsync($"netns add {within}");
                await IpAsync($"link add {link} type veth peer name eth0 netns {within}");
                await IpAsync($"link set {link} master {bridge} up");
                await IpAsync($"-n {within} addr add {network.AddressOf(place)}/24 dev eth0");
                await IpAsync($"-n {within} link set eth0 up");
                await IpAsync($"-n {within} link set lo up");
            }
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }

        return network;
    }

    /// <summary>The address of a place.</summary>
    public IPAddress AddressOf(int place) => AddressIn(_subnet, 10 + place);

    /// <summary>The network namespace of a place.</summary>
    public string NamespaceOf(int place) => $"{_bridge}-{place}";

    /// <summary>Loses everything that two places send to each other; all else still arrives.</summary>
    public async Task CutAsync(int a, int b)
    {
        await IpAsync($"-n {NamespaceOf(a)} neigh replace {AddressOf(b)} lladdr {Nowhere} dev eth0 nud permanent");
        await IpAsync($"-n {NamespaceOf(b)} neigh replace {AddressOf(a)} lladdr {Nowhere} dev eth0 nud permanent");
    }

    /// <summary>Ends a cut.</summary>
    public async Task HealAsync(int a, int b)
    {
        await IpAsync($"-n {NamespaceOf(a)} neigh del {AddressOf(b)} dev eth0");
        await IpAsync($"-n {NamespaceOf(b)} neigh del {AddressOf(a)} dev eth0");
    }

    public async ValueTask DisposeAsync()
    {
        for (var place = 0; place < _places; place++)
        {
            await TryIpAsync($"netns del {NamespaceOf(place)}");
            await TryIpAsync($"link del {_bridge}{place}");
        }

        await TryIpAsync($"link del {_bridge}");
    }

    private static IPAddress AddressIn(int subnet, int host) => new([10, 213, (byte)subnet, (byte)host]);

    /// <summary>A test that was killed cleans nothing up: the next one does it, with the processes that it left in its namespaces.</summary>
    private static async Task RemoveLeftoversAsync()
    {
        foreach (var name in (await IpAsync("netns list")).Split('\n').Select(line => line.Split(' ')[0]).Where(IsLeftover))
        {
            foreach (var id in (await IpAsync($"netns pids {name}")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                using var process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
                process.Kill();
            }

            await TryIpAsync($"netns del {name}");
        }

        foreach (var name in (await IpAsync("-o link show")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':')[1].Trim().Split('@')[0]).Where(IsLeftover))
        {
            await TryIpAsync($"link del {name}");
        }
    }

    private static bool IsLeftover(string name)
    {
        var digits = name.StartsWith(Prefix, StringComparison.Ordinal) ? new string([.. name.Skip(Prefix.Length).TakeWhile(char.IsAsciiDigit)]) : "";
        return digits.Length > 0 && !Directory.Exists($"/proc/{digits}");
    }

    private static async Task TryIpAsync(string arguments)
    {
        try
        {
            await IpAsync(arguments);
        }
        catch (InvalidOperationException)
        {
            // Already gone: a namespace takes its links with it.
        }
    }

    private static async Task<string> IpAsync(string arguments)
    {
        var start = new ProcessStartInfo("ip", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var ip = Process.Start(start)!;
        var error = ip.StandardError.ReadToEndAsync();
        var output = await ip.StandardOutput.ReadToEndAsync();
        await ip.WaitForExitAsync();
        return ip.ExitCode == 0 ? output : throw new InvalidOperationException($"ip {arguments}: {await error}");
    }
}
