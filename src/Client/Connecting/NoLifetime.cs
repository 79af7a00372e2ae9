using Microsoft.Extensions.Hosting;

namespace Canvass.Client.Connecting;

/// <summary>Leaves signals to the process: the usual lifetime of a host would catch Ctrl-C and SIGTERM for itself, and the process that
/// merely uses a client could not be stopped by either.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
