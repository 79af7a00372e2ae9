using Canvass.Storage;
using Orleans.Messaging;

namespace Canvass.Silo.Clustering;

/// <summary>
/// The silos that the database names. While the database cannot be asked it is an empty list at first, then the last one known; the list of
/// Orleans alone would end the process instead.
/// </summary>
internal sealed partial class ResilientGatewayList(IGatewayListProvider inner, StorageSchema schema, ILogger<ResilientGatewayList> logger)
    : IGatewayListProvider
{
    private IList<Uri> _known = [];
    private bool _isInitialized;
    private string? _reason;

    /// <inheritdoc/>
    public TimeSpan MaxStaleness => inner.MaxStaleness;

    /// <inheritdoc/>
    public bool IsUpdatable => true;

    /// <summary>Puts itself before the provider that is registered.</summary>
    public static void Wrap(IServiceCollection services)
    {
        var registered = services.Last(service => service.ServiceType == typeof(IGatewayListProvider));
        services.Remove(registered);
        services.AddSingleton<IGatewayListProvider>(provider => new ResilientGatewayList(
            Make(registered, provider), provider.GetRequiredService<StorageSchema>(), provider.GetRequiredService<ILogger<ResilientGatewayList>>()));
    }

    /// <inheritdoc/>
    public Task InitializeGatewayListProvider() => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<IList<Uri>> GetGateways()
    {
        try
        {
            if (!_isInitialized)
            {
                await inner.InitializeGatewayListProvider();
                _isInitialized = true;
            }

            _known = await inner.GetGateways();
            _reason = null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            var reason = await ReasonAsync(exception);
            if (reason != _reason)
            {
                LogUnknown(reason, _known.Count);
                _reason = reason;
            }
        }

        return _known;
    }

    private async Task<string> ReasonAsync(Exception exception)
    {
        try
        {
            var status = await schema.StatusAsync(CancellationToken.None);
            return status.Pending.Count > 0
                ? "its schema is not there or older than this program's: start a silo, or run 'canvass db migrate'"
                : exception.GetType().Name;
        }
        catch (StorageException reason)
        {
            return reason.Message;
        }
    }

    private static IGatewayListProvider Make(ServiceDescriptor registered, IServiceProvider provider) => (IGatewayListProvider)(
        registered.ImplementationInstance
        ?? registered.ImplementationFactory?.Invoke(provider)
        ?? ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!));

    [LoggerMessage(5003, LogLevel.Warning, "The database does not say which silos there are ({Reason}): going on with the {Count} known ones.")]
    private partial void LogUnknown(string reason, int count);
}
