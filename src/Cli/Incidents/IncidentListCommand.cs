using System.CommandLine;
using Canvass.Cli.Commands;
using Canvass.Cli.Output;
using Canvass.Contracts.Grid;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Positions;
using Spectre.Console;

namespace Canvass.Cli.Incidents;

/// <summary><c>canvass incidents list</c>.</summary>
internal static class IncidentListCommand
{
    private static readonly Option<BoundingBox?> Box = BoxOption.Create();

    private static readonly Option<DateTimeOffset?> From =
        ParsedSymbol.Option<DateTimeOffset?>("--from", "Only those whose window ends at or after this time.", text => Rfc3339.Read(text));

    private static readonly Option<DateTimeOffset?> To =
        ParsedSymbol.Option<DateTimeOffset?>("--to", "Only those whose window starts at or before this time.", text => Rfc3339.Read(text));

    private static readonly Option<IncidentStatus?> Status = new("--status") { Description = "Only those that stand so." };

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = $"How many at most, 1 to {IGridGrain.MaxBatch}.",
        DefaultValueFactory = _ => 100,
    };

    private static readonly Option<string?> Cursor = new("--cursor") { Description = "Where the page before ended." };

    /// <summary>Makes it.</summary>
    public static Command Create(Shell shell) => GridCommand.Create(
        shell, "list", "List incidents, the newest report first.", RunAsync, Box, From, To, Status, Limit, Cursor);

    private static async Task<int> RunAsync(GridCall call)
    {
        var page = await call.Client.Incidents.ListAsync(new()
        {
            Box = call.Parse.GetValue(Box),
            From = call.Parse.GetValue(From),
            To = call.Parse.GetValue(To),
            Status = call.Parse.GetValue(Status),
            Limit = call.Parse.GetValue(Limit),
            Cursor = call.Parse.GetValue(Cursor),
        }).ConfigureAwait(false);
        if (call.Json)
        {
            call.WriteJson(page);
        }
        else
        {
            Print(call.Shell, page);
        }

        return ExitCode.Done;
    }

    private static void Print(Shell shell, IncidentPage page)
    {
        var table = new Table().SimpleBorder().AddColumns("id", "type", "status", "from", "to", "where");
        foreach (var incident in page.Incidents)
        {
            var report = incident.Report;
            table.AddRow(
                new Text(report.Key.Id),
                new Text(report.Type?.Text ?? report.Type?.Code ?? ""),
                new Text(DisplayText.Of(incident.Status)),
                new Text(DisplayText.Time(report.Window.From)),
                new Text(DisplayText.Time(report.Window.To)),
                new Text(IncidentText.Where(report)));
        }

        shell.Out.Write(table);
        shell.WriteLine(page.Next is null
            ? DisplayText.Text($"{page.Incidents.Count} incidents.")
            : DisplayText.Text($"{page.Incidents.Count} incidents and more: --cursor {page.Next}"));
    }
}
