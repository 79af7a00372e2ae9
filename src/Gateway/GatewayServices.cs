using Canvass.Contracts.Json;
using Canvass.Gateway.Description;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Canvass.Gateway;

/// <summary>Registers what the HTTP doors need.</summary>
public static class GatewayServices
{
    /// <summary>Adds the HTTP doors. They speak through the <see cref="Canvass.Client.CanvassClient"/>, which the host adds.</summary>
    public static IServiceCollection AddCanvassGateway(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.ConfigureHttpJsonOptions(options => GridJson.Configure(options.SerializerOptions));
        services.AddOpenApi(ApiDescription.Name, ApiDescription.Configure);
        return services;
    }
}
