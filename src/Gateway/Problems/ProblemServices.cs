using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Canvass.Gateway.Problems;

/// <summary>Sets up problem details.</summary>
internal static class ProblemServices
{
    /// <summary>Adds the services.</summary>
    public static void AddProblems(this IServiceCollection services)
    {
        // Writers are asked in the order in which they were added.
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemHandler>();
    }

    /// <summary>Has failures and bare error statuses answered as problem details.</summary>
    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(async context =>
        {
            var http = context.HttpContext;
            await http.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(
                new() { HttpContext = http, ProblemDetails = ProblemMapping.Of(http.Response.StatusCode, http) });
        });
    }
}
