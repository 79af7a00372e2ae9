using System.CommandLine;
using Canvass.Cli.Commands;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;

namespace Canvass.Cli.Coverage;

/// <summary><c>canvass coverage</c>.</summary>
internal static class CoverageCommand
{
    private static readonly Argument<IncidentKey> Incident = ParsedSymbol.Incident();

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "How many cameras to list, the nearest first.",
        DefaultValueFactory = _ => 20,
    };

    /// <summary>Makes it.</summary>
    public static Command Create(Shell shell) => GridCommand.Create(
        shell, "coverage", "Which cameras saw an incident's area, and whether their footage still exists.", RunAsync, Incident, Limit);

    private static async Task<int> RunAsync(GridCall call)
    {
        var key = call.Parse.GetValue(Incident);
        var report = await call.Client.Incidents.CoverageAsync(key, call.CancellationToken).ConfigureAwait(false);
        if (call.Json)
        {
            call.WriteJson(report);
            return ExitCode.Done;
        }

        var incident = await call.Client.Incidents.GetAsync(key).ConfigureAwait(false)
            ?? throw new RefusedException(RefusalKind.NotFound, $"There is no incident {key.Id}.");
        CoverageText.Print(call.Shell, incident, report, call.Parse.GetValue(Limit));
        return ExitCode.Done;
    }
}
