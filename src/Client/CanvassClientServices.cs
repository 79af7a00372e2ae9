using Canvass.Client.Connecting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

// The namespace in which service collections' extensions are looked for.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the grid's client.</summary>
public static class CanvassClientServices
{
    /// <summary>Adds a <see cref="Canvass.Client.CanvassClient"/> that connects when the host starts and disconnects when it stops.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="configure">Says where the grid is; null for one on this machine with default ports.</param>
    public static IServiceCollection AddCanvassClient(this IServiceCollection services, Action<CanvassClientOptions>? configure = null)
    {
        var options = new CanvassClientOptions();
        configure?.Invoke(options);
        services.AddOrleansClient(client => OrleansConnection.Configure(client, options));
        return services.AddCanvassClientOnHost();
    }

    /// <summary>Adds a <see cref="Canvass.Client.CanvassClient"/> to a host that has an Orleans connection already, as a silo has.</summary>
    public static IServiceCollection AddCanvassClientOnHost(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new Canvass.Client.CanvassClient(provider.GetRequiredService<IGrainFactory>()));
        return services;
    }
}
