using System.Net;
using Canvass.Gateway;
using Canvass.Grains;
using Canvass.Silo.Demonstration;
using Canvass.Silo.Telemetry;
using Canvass.Storage;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Canvass.Silo.Hosting;

/// <summary>Composes the rooms into a process.</summary>
public static class CanvassHost
{
    private const string ClusterName = "canvass";

    /// <summary>Runs until stopped.</summary>
    /// <param name="args">The command line: <c>demo</c> as the first word plays the demo city; settings follow as
    /// <c>--Canvass:Name=value</c> and <c>--urls</c>.</param>
    /// <returns>The exit code: 0 after a clean stop, 1 where the start was refused.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            PortsFree.Require(app.Services.GetRequiredService<IOptions<HostOptions>>().Value);

            // Before the silo's own stages, which would log the stack of a refusal first.
            await app.Services.GetRequiredService<StorageMigration>().MigrateAsync(CancellationToken.None);
            await app.RunAsync();
            return 0;
        }
        catch (Exception exception) when (Refusal(exception) is { } reason)
        {
            await Console.Error.WriteLineAsync($"Canvass did not start. {reason}");
            return 1;
        }
    }

    /// <summary>Builds the process without starting it.</summary>
    /// <exception cref="StartRefusedException">A setting is wrong.</exception>
    public static WebApplication Build(string[] args)
    {
        var plays = args is ["demo", ..];
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = plays ? args[1..] : args,
            ContentRootPath = AppContext.BaseDirectory,
        });
        var urls = builder.Configuration["urls"] is { Length: > 0 } given ? given : LoopbackOnly.DefaultUrl;
        LoopbackOnly.Require(urls);
        builder.WebHost.UseUrls(urls);
        builder.Services.AddOptions<HostOptions>().BindConfiguration("Canvass").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<HostOptions>, HostOptionsValidator>();

        // A web page from elsewhere could otherwise reach the loopback doors under a name of its own (DNS rebinding).
        builder.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [.. LoopbackOnly.Hosts]);
        builder.Services.AddHostFiltering(_ => { });
        builder.AddCanvassTelemetry();
        builder.UseOrleans(ConfigureSilo);
        builder.Services.AddCanvassClientOnHost();
        builder.Services.AddCanvassGateway();
        if (plays)
        {
            builder.Services.AddHostedService<DemoPlayer>();
        }

        builder.Services.AddHostedService<Greeter>();
        var app = builder.Build();
        app.UseHostFiltering();
        app.UseMiddleware<SameSiteOnly>();
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapCanvassGateway();
        return app;
    }

    private static void ConfigureSilo(ISiloBuilder silo)
    {
        var options = silo.Configuration.GetSection("Canvass").Get<HostOptions>() ?? new();
        silo.UseLocalhostClustering(options.SiloPort, options.GatewayPort, primarySiloEndpoint: null, ClusterName, ClusterName);
        silo.Configure<EndpointOptions>(endpoints => endpoints.AdvertisedIPAddress = IPAddress.Loopback);
        silo.AddActivityPropagation();
        silo.AddGridGrains();
        silo.AddCanvassStorage();
    }

    /// <summary>What to tell whoever started the process, where it is something they can mend.</summary>
    private static string? Refusal(Exception exception) => exception switch
    {
        StartRefusedException or StorageException or OptionsValidationException => exception.Message,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } => exception.Message,
        System.Net.Sockets.SocketException { SocketErrorCode: System.Net.Sockets.SocketError.AddressAlreadyInUse } =>
            "A port is taken: give others by Canvass__SiloPort, Canvass__GatewayPort and --urls.",
        AggregateException { InnerException: { } inner } => Refusal(inner),
        _ => exception.InnerException is { } inner ? Refusal(inner) : null,
    };
}
