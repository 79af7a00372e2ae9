using System.CommandLine;
using Canvass.Cli.Commands;
using Canvass.Cli.Files;
using Canvass.Cli.Maps;
using Canvass.Cli.Output;
using Canvass.Client.Cameras;
using Canvass.Client.Files;
using Canvass.Client.Mapping;

namespace Canvass.Cli.Cameras;

/// <summary><c>canvass cameras import</c>.</summary>
internal static class CameraImportCommand
{
    /// <summary>The field under which <see cref="CameraFile"/> says that the file itself breaks off.</summary>
    private const string FileBroken = "file";

    private static readonly Argument<string> File = new("FILE") { Description = "GeoJSON, NDJSON (a Feature a line) or CSV with a header." };

    private static readonly Option<CameraFileFormat?> Format = new("--format")
    {
        Description = "How the file is written, where its ending does not tell.",
    };

    private static readonly Option<string[]> Map = new("--map")
    {
        Description = "Which column or property holds which field, as field=column,field=column. Fields: " + string.Join(", ", CameraFieldNames.All)
            + ". A field that is not mapped is looked for under its own name.",
        HelpName = "field=column,…",
    };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "What every camera gets whose row has no such field, as field=value,field=value.",
        HelpName = "field=value,…",
    };

    private static readonly Option<string> IdPrefix = new("--id-prefix")
    {
        Description = "Put before every id, for example gdot: .",
        DefaultValueFactory = _ => "",
    };

    private static readonly Option<string> Rejected = new("--rejected")
    {
        Description = "Where rejected rows are named, a JSON object a line. Default: FILE.rejected.ndjson; made only where a row is rejected.",
        HelpName = "file",
    };

    /// <summary>Makes it.</summary>
    public static Command Create(Shell shell) => GridCommand.Create(
        shell,
        "import",
        "Import cameras. Good rows go in, bad rows are named, and the exit code is 0 either way; it is 1 where the file could not be read or "
        + "the grid was not reached. Importing again is safe.",
        RunAsync, File, Format, Map, Set, IdPrefix, Rejected);

    private static async Task<int> RunAsync(GridCall call)
    {
        var path = call.Parse.GetRequiredValue(File);
        var format = CameraFormats.Of(path, call.Parse.GetValue(Format));
        var map = ReadMap(call.Parse);
        await using var file = InputFile.Open(path);
        using var rejected = new RejectedRows(InputFile.RejectedPath(path, call.Parse.GetValue(Rejected)));
        var brokeOff = false;
        var totals = await ImportBar.ShowAsync(call, file, progress => call.Client.Cameras.ImportAsync(
            CameraFile.ReadAsync(file, format, map, call.CancellationToken),
            row =>
            {
                brokeOff |= row.Errors.ContainsKey(FileBroken);
                rejected.Add(row);
            },
            progress is null ? null : new RowCount(progress),
            call.CancellationToken)).ConfigureAwait(false);
        ImportSummary.Of(totals, rejected).Print(call);
        return brokeOff ? ExitCode.Failed : ExitCode.Done;
    }

    private static CameraMap ReadMap(ParseResult parse) => new()
    {
        Columns = FieldAssignments.Read("--map", parse.GetValue(Map) ?? [], CameraFieldNames.All),
        Constants = FieldAssignments.Read("--set", parse.GetValue(Set) ?? [], CameraFieldNames.All),
        IdPrefix = parse.GetValue(IdPrefix) ?? "",
    };

    private sealed class RowCount(IProgress<int> progress) : IProgress<ImportTotals>
    {
        /// <inheritdoc/>
        public void Report(ImportTotals value) => progress.Report(value.Rows);
    }
}
