using Canvass.Grains.Boundary;
using Canvass.Grains.Coverage;
using Canvass.Grains.Grid;
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
        silo.Services.AddSingleton<UnitRetention>();
        silo.Services.AddOptions<GridOptions>().BindConfiguration("Canvass").ValidateOnStart();
        silo.Services.AddSingleton<IValidateOptions<GridOptions>, GridOptionsValidator>();
        silo.AddIncomingGrainCallFilter<GridBoundaryFilter>();
        return silo;
    }
}
