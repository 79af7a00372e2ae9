using System.CommandLine;
using Canvass.Cli.Commands;
using Canvass.Cli.Files;
using Canvass.Cli.Incidents.Csv;
using Canvass.Cli.Maps;
using Canvass.Cli.Output;

namespace Canvass.Cli.Incidents;

/// <summary><c>canvass incidents import</c>.</summary>
internal static class IncidentImportCommand
{
    private static readonly Argument<string> File = new("CSV") { Description = "A CSV file with a header." };

    private static readonly Option<string[]> Map = new("--map")
    {
        Description = "Which column holds which field, as field=column,field=column; of a date and its time: from=date+time. Fields: "
            + string.Join(", ", IncidentFields.All) + ". A field that is not mapped is looked for under its own name.",
        HelpName = "field=column,…",
    };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "What every incident gets whose row has no such field, as field=value,field=value.",
        HelpName = "field=value,…",
    };

    private static readonly Option<string> TimeZone = new("--time-zone")
    {
        Description = "The zone of times without an offset, from the tz database, for example America/New_York.",
        DefaultValueFactory = _ => "UTC",
    };

    private static readonly Option<string[]> DateFormat = new("--date-format")
    {
        Description = "How date and time are written, in NodaTime's letters, for example 'dd.MM.uuuu HH:mm'; may be repeated. Default: the "
            + "usual American and ISO forms.",
    };

    private static readonly Option<string> Rejected = new("--rejected")
    {
        Description = "Where rejected rows are named, a JSON object a line. Default: CSV.rejected.ndjson; made only where a row is rejected.",
        HelpName = "file",
    };

    /// <summary>Makes it.</summary>
    public static Command Create(Shell shell) => GridCommand.Create(
        shell,
        "import",
        "Import incidents from a CSV file. A row without 'to' ends when it starts; one without 'reportedAt' counts as reported at its end. "
        + "Good rows go in, bad rows are named, and the exit code is 0 either way; it is 1 where the file could not be read or the grid was "
        + "not reached. Importing again is safe.",
        RunAsync, File, Map, Set, TimeZone, DateFormat, Rejected);

    private static async Task<int> RunAsync(GridCall call)
    {
        var path = call.Parse.GetRequiredValue(File);
        var map = new IncidentMap
        {
            Columns = FieldAssignments.Read("--map", call.Parse.GetValue(Map) ?? [], IncidentFields.All),
            Constants = FieldAssignments.Read("--set", call.Parse.GetValue(Set) ?? [], IncidentFields.All),
        };
        var times = new LocalTimes(call.Parse.GetRequiredValue(TimeZone), call.Parse.GetValue(DateFormat) ?? []);
        await using var file = InputFile.Open(path);
        using var rejected = new RejectedRows(InputFile.RejectedPath(path, call.Parse.GetValue(Rejected)));
        var totals = await ImportBar.ShowAsync(call, file, progress =>
            new IncidentPoster(call.Client.Incidents, rejected.Add, progress)
                .RunAsync(IncidentCsv.ReadAsync(file, map, times, call.CancellationToken), call.CancellationToken)).ConfigureAwait(false);
        ImportSummary.Of(totals, rejected).Print(call);
        return ExitCode.Done;
    }
}
