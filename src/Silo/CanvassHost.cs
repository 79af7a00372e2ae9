using Canvass.Gateway;
using Canvass.Silo.Clustering;
using Canvass.Silo.Demonstration;
using Canvass.Silo.Hosting;
using Canvass.Silo.Telemetry;
using Canvass.Storage;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;

namespace Canvass.Silo;

/// <summary>Composes the rooms into a process.</summary>
public static class CanvassHost
{
    private const string Section = "Canvass";

    /// <summary>Runs until stopped.</summary>
    /// <param name="args">The command line: <c>demo</c> as the first word plays the demo city, <c>health</c> asks the process that runs with the
    /// same settings whether it lives; settings follow as <c>--Canvass:Name=value</c> and <c>--urls</c>.</param>
    /// <returns>The exit code: 0 after a clean stop (or where the process lives), 1 where the start was refused (or it does not).</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["health", ..])
        {
            return await HealthCheck.RunAsync(args[1..]);
        }

        try
        {
            await using var app = Build(args);
            var options = app.Services.GetRequiredService<IOptions<NodeOptions>>().Value;
            if (options.RunsGrains)
            {
                PortCheck.Require(options);

                // Before the silo's own stages, which would log the stack of a refusal first.
                await app.Services.GetRequiredService<StorageMigration>().MigrateAsync(CancellationToken.None);
            }

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
        var host = Read<NodeOptions>(builder.Configuration);
        var storage = Read<StorageOptions>(builder.Configuration);
        builder.Services.AddOptions<NodeOptions>().BindConfiguration(Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<NodeOptions>, NodeOptionsValidator>();
        RequireValid(host, storage);
        AddHttp(builder, host);
        builder.AddCanvassTelemetry();
        if (host.RunsGrains)
        {
            builder.AddSilo(host, sharesDatabase: storage.Database is not null);
        }
        else
        {
            builder.AddGateway(host);
        }

        builder.Services.AddCanvassClientOnHost();
        builder.Services.AddCanvassGateway();
        if (plays)
        {
            builder.Services.AddHostedService<DemoPlayer>();
        }

        builder.Services.AddHostedService<StartupLog>();
        builder.Services.AddHostedService<ShutdownDrain>();
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(options => options.ShutdownTimeout = host.ShutdownTimeout);
        var app = builder.Build();
        Map(app, host);
        return app;
    }

    private static void AddHttp(WebApplicationBuilder builder, NodeOptions host)
    {
        var urls = builder.Configuration["urls"] is { Length: > 0 } given ? given : LoopbackGuard.DefaultUrl;
        if (!host.TrustedNetwork)
        {
            LoopbackGuard.Require(urls);
        }

        builder.WebHost.UseUrls(urls);

        // A web page from elsewhere could otherwise reach the API on the loopback interface under a name of its own (DNS rebinding).
        var names = new AllowedHostNames(host.TrustedNetwork ? builder.Configuration["AllowedHosts"] : null);
        builder.Services.AddSingleton(names);
        builder.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [.. names.All]);
        builder.Services.AddHostFiltering(_ => { });
    }

    private static void Map(WebApplication app, NodeOptions host)
    {
        app.UseHostFiltering();
        app.UseMiddleware<SameOriginGuard>();
        app.MapPrometheusScrapingEndpoint("/metrics");
        if (host is { RunsGrains: true, Dashboard: true })
        {
            app.MapGridDashboard();
        }

        if (host.ServesHttp)
        {
            app.MapCanvassGateway();
        }
        else
        {
            app.MapCanvassHealth();
        }
    }

    /// <summary>Reads settings that decide what is built.</summary>
    private static T Read<T>(ConfigurationManager configuration)
        where T : new()
    {
        try
        {
            return configuration.GetSection(Section).Get<T>() ?? new();
        }
        catch (InvalidOperationException exception)
        {
            throw new StartRefusedException(exception.Message.Replace($"{Section}:", $"{Section}__", StringComparison.Ordinal));
        }
    }

    /// <summary>The rest of the settings is looked at when the host starts; these decide what it is made of.</summary>
    private static void RequireValid(NodeOptions host, StorageOptions storage)
    {
        var validated = new NodeOptionsValidator(Options.Create(storage)).Validate(null, host);
        if (validated.Failed)
        {
            throw new StartRefusedException(string.Join(" ", validated.Failures));
        }
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
