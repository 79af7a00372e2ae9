using System.Reflection;
using Canvass.Grains.Telemetry;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Canvass.Silo.Telemetry;

/// <summary>Metrics at <c>/metrics</c> and, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set, metrics, traces and logs through OTLP. None of
/// them tells of a camera, an owner or an incident.</summary>
internal static class CanvassTelemetry
{
    private static readonly string[] UntracedPaths = ["/health", "/metrics"];

    /// <summary>Adds the grid's, Orleans', the HTTP API's and the runtime's telemetry.</summary>
    public static void AddCanvassTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<ILoggerFactory, RedactingLoggerFactory>());
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => Describe(resource, builder.Configuration))
            .WithMetrics(metrics => metrics
                .AddMeter(GridMeter.Name, "Microsoft.Orleans")
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddPrometheusExporter());
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            telemetry
                .WithTracing(traces => traces
                    .AddSource(GridActivities.Name, "Microsoft.Orleans.Application", "Microsoft.Orleans.Runtime")
                    .AddAspNetCoreInstrumentation(options => options.Filter = IsTraced)
                    .AddProcessor(new RedactingSpanProcessor()))
                .WithLogging(configureBuilder: null, options => options.IncludeFormattedMessage = true)
                .UseOtlpExporter();
        }
    }

    private static void Describe(ResourceBuilder resource, IConfiguration configuration) => resource
        .AddService(
            "canvass",
            serviceVersion: typeof(CanvassTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)
        .AddAttributes([new("canvass.role", configuration["Canvass:Role"] is { Length: > 0 } role ? role : "all")])
        .AddEnvironmentVariableDetector();

    /// <summary>Whoever asks every few seconds whether all is well would be most of the traces.</summary>
    private static bool IsTraced(HttpContext http) => !UntracedPaths.Any(path => http.Request.Path.StartsWithSegments(path));
}
