using System.CommandLine;
using Canvass.Cli.Commands;
using Canvass.Cli.Output;
using Canvass.Contracts.Grid;
using Canvass.Contracts.Positions;
using Spectre.Console;

namespace Canvass.Cli.Cameras;

/// <summary><c>canvass cameras list</c>.</summary>
internal static class CameraListCommand
{
    private static readonly Option<BoundingBox?> Box = BoxOption.Create();

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = $"How many at most, 1 to {IGridGrain.MaxBatch}.",
        DefaultValueFactory = _ => 100,
    };

    private static readonly Option<string?> Cursor = new("--cursor") { Description = "Where the page before ended." };

    /// <summary>Makes it.</summary>
    public static Command Create(Shell shell) => GridCommand.Create(
        shell, "list", "List integrated cameras by id. Registered cameras are read back by nobody.", RunAsync, Box, Limit, Cursor);

    private static async Task<int> RunAsync(GridCall call)
    {
        var page = await call.Client.Cameras.ListAsync(
            call.Parse.GetValue(Box), call.Parse.GetValue(Limit), call.Parse.GetValue(Cursor)).ConfigureAwait(false);
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

    private static void Print(Shell shell, CameraPage page)
    {
        var table = new Table().SimpleBorder().AddColumns("id", "name", "kind", "lat, lng", "bearing", "range", "retention", "records");
        foreach (var camera in page.Cameras)
        {
            table.AddRow(
                new Text(camera.Key.Id),
                new Text(camera.Name ?? ""),
                new Text(DisplayText.Of(camera.Kind)),
                new Text(DisplayText.Text($"{camera.Position.LatDeg:F5}, {camera.Position.LngDeg:F5}")),
                new Text(camera.BearingDeg is { } bearing ? DisplayText.Text($"{bearing:F0}°") : "all round"),
                new Text(DisplayText.Text($"{camera.RangeM:F0} m")),
                new Text(DisplayText.Text($"{camera.Retention.TotalHours:F0} h")),
                new Text(camera.Recording ? "yes" : "no"));
        }

        shell.Out.Write(table);
        shell.WriteLine(page.Next is null
            ? DisplayText.Text($"{page.Cameras.Count} cameras.")
            : DisplayText.Text($"{page.Cameras.Count} cameras and more: --cursor {page.Next}"));
    }
}
