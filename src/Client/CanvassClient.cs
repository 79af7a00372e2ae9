using Canvass.Client.Cameras;
using Canvass.Client.Connecting;
using Canvass.Client.Idempotency;
using Canvass.Client.Incidents;
using Canvass.Client.Outbox;
using Canvass.Client.Units;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Grid;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Refusals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Canvass.Client;

/// <summary>
/// The way into a Canvass grid: cameras, incidents, coverage, canvasses and units as typed calls. Safe for concurrent use; one for a
/// process is enough.
/// </summary>
/// <remarks>
/// Every command can be repeated: a repeat answers the first outcome. A <see cref="TimeoutException"/> means that the outcome is unknown,
/// so repeat the command. A <see cref="RefusedException"/> says what was wrong with a command; nothing was changed.
/// </remarks>
public sealed class CanvassClient : IAsyncDisposable
{
    private readonly GrainSource _grains;
    private readonly IHost? _host;

    /// <summary>Wraps a connection that somebody else owns, for example a silo's own.</summary>
    public CanvassClient(IGrainFactory grains)
        : this(grains, null)
    {
    }

    private CanvassClient(IGrainFactory grains, IHost? host)
    {
        _grains = new(grains);
        _host = host;
        Cameras = new(_grains);
        Incidents = new(_grains);
        Units = new(_grains);
        Outbox = new(_grains);
        Idempotency = new(_grains);
    }

    /// <summary>The cameras of the grid.</summary>
    public CamerasClient Cameras { get; }

    /// <summary>The incidents, their coverage and their canvasses.</summary>
    public IncidentsClient Incidents { get; }

    /// <summary>The responders' positions.</summary>
    public UnitsClient Units { get; }

    /// <summary>The messages that are not delivered yet, for operators.</summary>
    public OutboxClient Outbox { get; }

    /// <summary>Commands that create something once.</summary>
    public IdempotencyClient Idempotency { get; }

    /// <summary>Connects to a grid and stays connected until disposed.</summary>
    /// <param name="options">Where the grid is; null for one on this machine with default ports.</param>
    /// <param name="cancellationToken">Gives up connecting.</param>
    /// <exception cref="TimeoutException">Nobody answered within <see cref="CanvassClientOptions.ConnectTimeout"/>.</exception>
    public static async Task<CanvassClient> ConnectAsync(
        CanvassClientOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        var host = OrleansConnection.BuildHost(options);
        try
        {
            await OrleansConnection.StartAsync(host, options, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            host.Dispose();
            throw;
        }

        return new(host.Services.GetRequiredService<IClusterClient>(), host);
    }

    /// <summary>Returns once the grid has answered; it looks at nothing for it.</summary>
    public Task PingAsync() => _grains.Get<IGridGrain>(IGridGrain.Key).PingAsync();

    /// <summary>Which cameras see an area, without an incident.</summary>
    /// <param name="query">Where and when.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="RefusedException">The area or the window is wrong.</exception>
    public Task<CoverageReport> CoverageAsync(CoverageQuery query, CancellationToken cancellationToken = default) =>
        _grains.Get<IGridGrain>(IGridGrain.Key).CoverageAsync(query, cancellationToken);

    /// <summary>Which integrated cameras see an area, without shares, blind spots and footage: faster than <see cref="CoverageAsync"/>.</summary>
    /// <param name="area">Where.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="RefusedException">The area is wrong.</exception>
    /// <exception cref="GridUnavailableException">Too many wide areas are being asked about: ask about a smaller area, or later.</exception>
    public Task<CamerasInView> CamerasInViewAsync(IncidentArea area, CancellationToken cancellationToken = default) =>
        _grains.Get<IGridGrain>(IGridGrain.Key).CamerasInViewAsync(area, cancellationToken);

    /// <summary>Closes the connection, where this client opened it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.StopAsync().ConfigureAwait(false);
            _host.Dispose();
        }
    }
}
