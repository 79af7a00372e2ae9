using Microsoft.Extensions.Options;

namespace Canvass.Silo.Hosting;

/// <summary>
/// Keeps the doors open for a while after a request to stop. Whoever sends requests (a load balancer, a cluster's service) learns only then
/// from <c>/health/ready</c> that none are wanted; what it sends until it has learned must not meet a closed door.
/// </summary>
internal sealed class ShutdownDrain(IOptions<NodeOptions> options, TimeProvider time) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(options.Value.DrainDelay, time, cancellationToken);

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
