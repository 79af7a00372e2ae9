using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using Canvass.Deploy.Tests.Images;
using Canvass.Deploy.Tests.Manifests;
using Canvass.Deploy.Tests.Settings;
using Canvass.Running;
using Canvass.Running.Processes;
using k8s.Models;

namespace Canvass.Deploy.Tests.Pods;

/// <summary>A pod's container, run as its manifest says as far as that goes without an engine: command, environment, user, volumes and network
/// are its own, and of the image's files none can be written. Not so: processor and memory are not limited, and no system call is refused.
/// Needs root.</summary>
internal sealed class Container : IAsyncDisposable
{
    private const string Script = "tests/Deploy.Tests/Pods/container.sh";

    /// <summary>What the images of the runtime set (https://github.com/dotnet/dotnet-docker), and what an engine does.</summary>
    private static readonly Dictionary<string, string> FromElsewhere = new()
    {
        ["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        ["HOME"] = "/home/app",
        ["APP_UID"] = "1654",
        ["ASPNETCORE_HTTP_PORTS"] = "8080",
        ["DOTNET_RUNNING_IN_CONTAINER"] = "true",
        ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "true",
    };

    /// <summary>The folder of <c>dotnet</c>, above <c>shared/Microsoft.NETCore.App/10.0.0</c>.</summary>
    private static readonly string Dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));

    private readonly ProgramProcess _process;
    private readonly V1Container _container;
    private readonly PodPlace _place;

    private Container(ProgramProcess process, V1Container container, PodPlace place)
    {
        _process = process;
        _container = container;
        _place = place;
    }

    /// <summary>What it printed.</summary>
    public string Output => _process.Output;

    /// <summary>What the kernel says of the process, as <c>/proc/id/status</c> has it.</summary>
    public IReadOnlyDictionary<string, string> Status => File.ReadLines($"/proc/{_process.Id}/status")
        .Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim());

    /// <summary>Whether the file system that is its <c>/</c> can be written; fields as in proc_pid_mountinfo(5).</summary>
    public bool CanWriteRoot => File.ReadLines($"/proc/{_process.Id}/mountinfo").Select(line => line.Split(' '))
        .Single(fields => fields[4] == "/")[5].Split(',').Contains("rw");

    /// <summary>Starts the one container of a pod.</summary>
    /// <param name="image">Its image.</param>
    /// <param name="overlay">Where the pod's settings are.</param>
    /// <param name="workload">What the pod is of.</param>
    /// <param name="place">Where it runs.</param>
    /// <param name="command">What it runs; null: what the manifest says, or else the image.</param>
    public static Container Start(BuiltImage image, Overlay overlay, Workload workload, PodPlace place, string[]? command = null)
    {
        var container = Assert.Single(workload.Containers);
        var security = workload.Pod.SecurityContext;
        string[] words =
        [
            "ip", "netns", "exec", place.Namespace, "unshare", "--mount", Path.Combine(Repository.Root, Script), image.Root,
            Assert.Single(image.File.Last.Of("WORKDIR")), Text(security.RunAsUser), Text(security.RunAsGroup), Dotnet,
            string.Join(':', container.VolumeMounts.Select(mount => mount.MountPath)),
            .. command ?? container.Command ?? ImageFile.Exec(Assert.Single(image.File.Last.Of("ENTRYPOINT"))),
        ];
        return new(ProgramProcess.StartWithin(words, Environment(image, overlay, container, place), new Transcript()), container, place);
    }

    /// <summary>Probes as a kubelet does at the start: again and again, as often as the manifest allows.</summary>
    public async Task StartedAsync()
    {
        for (var attempt = 1; await ProbeAsync(_container.StartupProbe) is not HttpStatusCode.OK; attempt++)
        {
            Assert.False(_process.HasExited, Output);
            Assert.True(attempt < _container.StartupProbe.FailureThreshold, Output);
            await Task.Delay(TimeSpan.FromSeconds(_container.StartupProbe.PeriodSeconds!.Value), TestContext.Current.CancellationToken);
        }

        Assert.Equal(HttpStatusCode.OK, await ProbeAsync(_container.LivenessProbe));
        Assert.Equal(HttpStatusCode.OK, await ProbeAsync(_container.ReadinessProbe));
    }

    /// <summary>A client of its HTTP port.</summary>
    /// <param name="host">The name under which it calls; null: the pod's address.</param>
    public HttpClient Client(string? host)
    {
        var client = new HttpClient { BaseAddress = new($"http://{_place.Address}:{Port("http")}") };
        client.DefaultRequestHeaders.Host = host;
        return client;
    }

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>Its exit code.</returns>
    public Task<int> ExitAsync() => _process.ExitAsync();

    /// <summary>Asks it to end, as a kubelet does, and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public Task<int> StopAsync() => _process.StopAsync();

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static Dictionary<string, string> Environment(BuiltImage image, Overlay overlay, V1Container container, PodPlace place)
    {
        var environment = new Dictionary<string, string>(FromElsewhere);
        foreach (var pair in image.File.Last.Of("ENV").SelectMany(text => text.Split(' ')).Select(text => text.Split('=', 2)))
        {
            environment[pair[0]] = pair[1];
        }

        foreach (var variable in Variable.Of(container, overlay))
        {
            environment[variable.Name] =
                variable.In(environment) ?? place.Knows(container.Env.Single(entry => entry.Name == variable.Name).ValueFrom);
        }

        return environment;
    }

    private static string Text(long? id) => id!.Value.ToString(CultureInfo.InvariantCulture);

    private int Port(string name) => _container.Ports.Single(port => port.Name == name).ContainerPort;

    private async Task<HttpStatusCode?> ProbeAsync(V1Probe probe)
    {
        var get = probe.HttpGet;
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(probe.TimeoutSeconds!.Value) };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{_place.Address}:{Port(get.Port.Value)}{get.Path}");
        request.Headers.Host = get.HttpHeaders.Single(header => header.Name == "Host").Value;
        try
        {
            using var answer = await client.SendAsync(request);
            return answer.StatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }
}
