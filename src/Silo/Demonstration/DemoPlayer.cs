using Canvass.Client;
using Canvass.Demo;
using Canvass.Demo.Scenario;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Canvass.Silo.Demonstration;

/// <summary>Plays the demo city once the API listens, prints what came of it, and leaves the grid serving.</summary>
internal sealed partial class DemoPlayer(
    CanvassClient client, TimeProvider time, IServer server, IHostApplicationLifetime lifetime, ILogger<DemoPlayer> logger)
    : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = lifetime.ApplicationStarted.Register(opened.SetResult);
        await opened.Task.WaitAsync(stoppingToken);
        try
        {
            var result = await DemoScenario.RunAsync(client, time, progress: null, stoppingToken);
            DemoText.Write(Console.Out, result, new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception);
        }
    }

    [LoggerMessage(5002, LogLevel.Error, "The demo broke off; start again to complete it.")]
    private partial void LogFailed(Exception exception);
}
