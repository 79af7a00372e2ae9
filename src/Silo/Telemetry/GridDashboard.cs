using Orleans.Dashboard;

namespace Canvass.Silo.Telemetry;

/// <summary>The Orleans Dashboard, at <c>/dashboard</c> where <c>Canvass__Dashboard</c> says so. It shows the keys of grains, so ids of homes'
/// cameras and of owners, and asks nobody who they are.</summary>
internal static class GridDashboard
{
    private const string Path = "/dashboard";

    /// <summary>Has a silo gather what the dashboard shows.</summary>
    public static ISiloBuilder AddGridDashboard(this ISiloBuilder silo) => silo.AddDashboard();

    /// <summary>Maps the dashboard, which the description of the API leaves out.</summary>
    public static WebApplication MapGridDashboard(this WebApplication app)
    {
        app.MapOrleansDashboard(Path).ExcludeFromDescription();
        return app;
    }
}
