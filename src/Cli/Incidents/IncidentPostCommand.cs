using System.CommandLine;
using Canvass.Cli.Commands;
using Canvass.Cli.Output;
using Canvass.Contracts.Incidents;

namespace Canvass.Cli.Incidents;

/// <summary><c>canvass incidents post</c>.</summary>
internal static class IncidentPostCommand
{
    private static readonly Option<string?> File = new("--file")
    {
        Description = "The incident as JSON, as the HTTP API takes it; the other options are then of no meaning.",
    };

    /// <summary>Makes it.</summary>
    public static Command Create(Shell shell) => GridCommand.Create(
        shell,
        "post",
        "Report an incident: new, or newer than what is known of it.",
        RunAsync,
        File,
        IncidentPostOptions.Source,
        IncidentPostOptions.Number,
        IncidentPostOptions.Agency,
        IncidentPostOptions.Type,
        IncidentPostOptions.Scheme,
        IncidentPostOptions.TypeText,
        IncidentPostOptions.Priority,
        IncidentPostOptions.Status,
        IncidentPostOptions.At,
        IncidentPostOptions.Radius,
        IncidentPostOptions.From,
        IncidentPostOptions.To,
        IncidentPostOptions.Address,
        IncidentPostOptions.ReportedAt);

    private static async Task<int> RunAsync(GridCall call)
    {
        var report = call.Parse.GetValue(File) is { } path
            ? await IncidentFile.ReadAsync(path, call.Shell.Time.GetUtcNow(), call.CancellationToken).ConfigureAwait(false)
            : IncidentPostOptions.Read(call.Parse, call.Shell.Time.GetUtcNow());
        var outcome = await call.Client.Incidents.ReportAsync(report).ConfigureAwait(false);
        if (call.Json)
        {
            call.WriteJson(outcome);
            return ExitCode.Done;
        }

        call.Shell.WriteLine(outcome.Effect switch
        {
            ReportEffect.Created => "created " + IncidentText.Line(outcome.Incident),
            ReportEffect.Updated => "updated " + IncidentText.Line(outcome.Incident),
            _ => $"unchanged, as the grid knows a report of {DisplayText.Time(outcome.Incident.Report.ReportedAt)}: {IncidentText.Line(outcome.Incident)}",
        });
        return ExitCode.Done;
    }
}
