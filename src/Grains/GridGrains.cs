using Canvass.Grains.Boundary;
using Canvass.Grains.Canvasses;
using Canvass.Grains.Coverage;
using Canvass.Grains.Incidents;
using Canvass.Grains.Outbox;
using Canvass.Grains.Owners;
using Canvass.Grains.Processes;
using Canvass.Grains.Settings;
using Canvass.Grains.Telemetry;
using Canvass.Grains.Units;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Canvass.Grains;

/// <summary>Puts the grid's actors into a silo.</summary>
public static class GridGrains
{
    /// <summary>Adds what the grains need, save the ports that storage implements.</summary>
    public static ISiloBuilder AddGridGrains(this ISiloBuilder silo)
    {
        silo.Services.TryAddSingleton(TimeProvider.System);
        silo.Services.AddSingleton<GridMeter>();
        silo.Services.AddSingleton<AreaSurvey>();
        silo.Services.AddSingleton<WideSurveys>();
        silo.Services.AddSingleton<UnitRetention>();
        silo.Services.AddSingleton<OutboxQueue>();
        silo.Services.AddSingleton<ProcessServices>();
        silo.Services.AddSingleton<OwnerPolicy>();
        silo.Services.AddSingleton<AskDelivery>();
        silo.Services.AddOutboxTarget(CanvassMessages.Destination, "canvass.canvass");
        silo.Services.AddOutboxTarget(IncidentMessages.Destination, "canvass.incident");
        silo.AddGrainService<OutboxService>();
        silo.Services.AddHostedService<AskRetention>();
        silo.Services.AddOptions<OwnerPolicyOptions>().BindConfiguration("Canvass:Policy").ValidateOnStart();
        silo.Services.AddSingleton<IValidateOptions<OwnerPolicyOptions>, OwnerPolicyOptionsValidator>();
        silo.Services.AddOptions<GridOptions>().BindConfiguration("Canvass").ValidateOnStart();
        silo.Services.AddSingleton<IValidateOptions<GridOptions>, GridOptionsValidator>();
        silo.AddIncomingGrainCallFilter<GridBoundaryFilter>();
        return silo;
    }

    private static void AddOutboxTarget(this IServiceCollection services, string destination, string grainType) =>
        services.AddSingleton<IOutboxReceiver>(
            provider => new GrainReceiver(destination, GrainType.Create(grainType), provider.GetRequiredService<IGrainFactory>()));
}
