using Orleans.Messaging;

namespace Canvass.Silo.Clustering;

/// <summary>
/// The silos that the database names. While the database cannot be asked it is an empty list at first, then the last one known; the list of
/// Orleans alone would end the process instead.
/// </summary>
internal sealed partial class PatientGatewayList(IGatewayListProvider inner, ILogger<PatientGatewayList> logger) : IGatewayListProvider
{
    private IList<Uri> _known = [];
    private bool _isInitialized;

    /// <inheritdoc/>
    public TimeSpan MaxStaleness => inner.MaxStaleness;

    /// <inheritdoc/>
    public bool IsUpdatable => true;

    /// <summary>Puts itself before the provider that is registered.</summary>
    public static void Wrap(IServiceCollection services)
    {
        var registered = services.Last(service => service.ServiceType == typeof(IGatewayListProvider));
        services.Remove(registered);
        services.AddSingleton<IGatewayListProvider>(provider => new PatientGatewayList(
            Make(registered, provider), provider.GetRequiredService<ILogger<PatientGatewayList>>()));
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
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogUnknown(exception.GetType().Name, _known.Count);
        }

        return _known;
    }

    private static IGatewayListProvider Make(ServiceDescriptor registered, IServiceProvider provider) => (IGatewayListProvider)(
        registered.ImplementationInstance
        ?? registered.ImplementationFactory?.Invoke(provider)
        ?? ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!));

    [LoggerMessage(5003, LogLevel.Warning, "The database does not say which silos there are ({Exception}): going on with the {Count} known ones.")]
    private partial void LogUnknown(string exception, int count);
}
