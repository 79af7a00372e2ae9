using Microsoft.Extensions.Options;

namespace Canvass.Silo.Hosting;

/// <summary>
/// Keeps the API open for a while after a request to stop. A load balancer or a cluster's service learns only then from
/// <c>/health/ready</c> to send no more; what it sends until then must not fail.
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
