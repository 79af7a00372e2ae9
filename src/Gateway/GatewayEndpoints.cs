using Canvass.Gateway.Cameras;
using Canvass.Gateway.Canvasses;
using Canvass.Gateway.Coverage;
using Canvass.Gateway.Health;
using Canvass.Gateway.Incidents;
using Canvass.Gateway.Problems;
using Canvass.Gateway.Units;
using Microsoft.AspNetCore.Builder;

namespace Canvass.Gateway;

/// <summary>Opens the HTTP doors.</summary>
public static class GatewayEndpoints
{
    /// <summary>Maps the HTTP API of version 1, health and the API's description, and answers every failure as problem details
    /// (RFC 9457). Call it once, after other middleware.</summary>
    public static WebApplication MapCanvassGateway(this WebApplication app)
    {
        app.MapCanvassHealth();
        app.UseRateLimiter();
        app.MapOpenApi();
        app.MapCamerasApi();
        app.MapCameraImportApi();
        app.MapIncidentsApi();
        app.MapIncidentEventsApi();
        app.MapCoverageApi();
        app.MapCanvassesApi();
        app.MapUnitsApi();
        return app;
    }

    /// <summary>Maps health alone, as <see cref="MapCanvassGateway"/> does too.</summary>
    public static WebApplication MapCanvassHealth(this WebApplication app)
    {
        app.UseMiddleware<ProblemMiddleware>();
        app.MapHealthApi();
        return app;
    }
}
