using System.Text.Json.Serialization;
using Canvass.Contracts.Json;
using Canvass.Gateway.Description;
using Canvass.Gateway.Health;
using Canvass.Gateway.Limits;
using Canvass.Gateway.Problems;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Canvass.Gateway;

/// <summary>Registers what the HTTP API needs.</summary>
public static class GatewayServices
{
    /// <summary>Adds the HTTP API. It calls the grid through the <see cref="Canvass.Client.CanvassClient"/>, which the host adds.</summary>
    public static IServiceCollection AddCanvassGateway(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.ConfigureHttpJsonOptions(options =>
        {
            GridJson.Configure(options.SerializerOptions);

            // A number is a number, also in the API's description.
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddProblems();
        services.AddHealth();
        services.AddRequestLimits();
        services.AddOpenApi(ApiDescription.Name, ApiDescription.Configure);
        return services;
    }
}
