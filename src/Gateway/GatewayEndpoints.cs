using Canvass.Gateway.Cameras;
using Canvass.Gateway.Canvasses;
using Canvass.Gateway.Coverage;
using Canvass.Gateway.Health;
using Canvass.Gateway.Incidents;
using Canvass.Gateway.Limits;
using Canvass.Gateway.Problems;
using Canvass.Gateway.Units;
using Microsoft.AspNetCore.Builder;

namespace Canvass.Gateway;

/// <summary>Maps the HTTP API.</summary>
public static class GatewayEndpoints
{
    /// <summary>Maps the HTTP API of version 1, health and the API's description, and answers every failure as problem details
    /// (RFC 9457). Call it once, after other middleware.</summary>
    public static WebApplication MapCanvassGateway(this WebApplication app)
    {
        app.MapCanvassHealth();
        app.UseRateLimiter();
        app.MapOpenApi();
        var api = app.MapGroup("").RequireRateLimiting(RequestLimits.Requests);
        api.MapCamerasApi();
        api.MapCameraImportApi();
        api.MapIncidentsApi();
        api.MapIncidentEventsApi();
        api.MapCoverageApi();
        api.MapCanvassesApi();
        api.MapUnitsApi();
        return app;
    }

    /// <summary>Maps health alone, as <see cref="MapCanvassGateway"/> does too.</summary>
    public static WebApplication MapCanvassHealth(this WebApplication app)
    {
        app.UseProblems();
        app.MapHealthApi();
        return app;
    }
}
