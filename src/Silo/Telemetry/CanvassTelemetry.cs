using Canvass.Grains.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Canvass.Silo.Telemetry;

/// <summary>Metrics at <c>/metrics</c> and, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set, metrics and traces through OTLP.</summary>
internal static class CanvassTelemetry
{
    /// <summary>Adds the grid's, Orleans', the HTTP doors' and the runtime's telemetry.</summary>
    public static void AddCanvassTelemetry(this WebApplicationBuilder builder)
    {
        var exports = !string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("canvass"))
            .WithMetrics(metrics => metrics
                .AddMeter(GridMeter.Name, "Microsoft.Orleans")
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddPrometheusExporter())
            .WithTracing(traces => traces
                .AddSource(GridActivities.Name, "Microsoft.Orleans.Application", "Microsoft.Orleans.Runtime")
                .AddAspNetCoreInstrumentation());
        if (exports)
        {
            telemetry.UseOtlpExporter();
        }
    }
}
