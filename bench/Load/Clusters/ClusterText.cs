using System.Globalization;
using System.Text;
using Canvass.Load.Reporting;
using static Canvass.Load.Reporting.MarkdownTable;

namespace Canvass.Load.Clusters;

/// <summary>Writes a report of clusters as Markdown that reads well on a terminal too.</summary>
internal static class ClusterText
{
    private static readonly string[] AcceptHeads = ["who", .. MeasuredRow.Heads];

    private static readonly string[] CanvassHeads =
    [
        "who", "clients", "canvasses", "draft median ms", "p99", "send median ms", "p99", "canvasses/s", "asks each", "asks in inboxes/s",
        "WAL bytes each",
    ];

    private static readonly string[] PositionHeads =
        ["who", "clients", "positions a request", "requests", "median ms", "p99 ms", "positions/s", "in the slowest second"];

    private static readonly string[] WholeHeads =
    [
        "who", "clients", "canvasses", "median ms", "p99 ms", "canvasses/s", "of the service's", "asks each", "asks in inboxes/s",
        "of the service's", "WAL bytes each",
    ];

    /// <summary>The text.</summary>
    public static string Of(ClusterReport report)
    {
        var text = new StringBuilder();
        report.Machine.Write(text);
        WriteLine(text, $"Server: {report.ServerSettings}.");
        var sizes = report.BySize;
        Write(text, "Incidents accepted", AcceptHeads, sizes.Accepted.Select(row => row.Cells()));
        Write(text, "Canvasses drafted and sent", CanvassHeads, sizes.Canvasses.Select(Cells));
        Write(text, "Coverage of a 250 m incident", AcceptHeads, sizes.Coverage.Select(row => row.Cells()));
        Write(text, "Positions", PositionHeads, sizes.Positions.Select(Cells));
        Write(text, "Reported, drafted and sent, beside the peers", WholeHeads, sizes.Whole.Select(row => Cells(row, sizes.Whole[^2])));
        return text.ToString();
    }

    private static IEnumerable<string> Cells(CanvassRow row) =>
    [
        row.What, Whole(row.Clients), Whole(row.Draft.Requests), Exact(row.Draft.MedianMs), Exact(row.Draft.P99Ms), Exact(row.Send.MedianMs),
        Exact(row.Send.P99Ms), Whole(row.Draft.PerSecond), Exact(row.AsksEach, "F1"), Whole(row.AsksPerSecond),
        Whole(row.WalBytesEach),
    ];

    private static IEnumerable<string> Cells(PositionRow row) =>
    [
        row.What, Whole(row.Clients), Whole(row.Batch), Whole(row.Summary.Requests), Exact(row.Summary.MedianMs), Exact(row.Summary.P99Ms),
        Whole(row.PerSecond), Whole(row.SlowestSecond),
    ];

    private static IEnumerable<string> Cells(WholeRow row, WholeRow service) =>
    [
        row.What, Whole(row.Clients), Whole(row.Summary.Requests), Exact(row.Summary.MedianMs), Exact(row.Summary.P99Ms),
        Whole(row.Summary.PerSecond), Exact(row.Summary.PerSecond / service.Summary.PerSecond), Exact(row.AsksEach, "F1"),
        Whole(row.AsksPerSecond), Exact(row.AsksPerSecond / service.AsksPerSecond), Whole(row.WalBytesEach),
    ];

    private static string Whole(double value) => value.ToString("F0", CultureInfo.InvariantCulture);

    private static string Exact(double value, string format = "F2") => value.ToString(format, CultureInfo.InvariantCulture);
}
