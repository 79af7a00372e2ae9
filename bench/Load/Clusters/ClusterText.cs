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
        ["who", "clients", "canvasses", "draft median ms", "p99", "send median ms", "p99", "canvasses/s", "asks each", "asks in inboxes/s"];

    private static readonly string[] PositionHeads =
        ["who", "clients", "positions a request", "requests", "median ms", "p99 ms", "positions/s", "in the slowest second"];

    private static readonly string[] WholeHeads =
        ["who", "clients", "incidents", "median ms", "p99 ms", "acknowledged/s", "asks each", "done/s", "of the peer's"];

    /// <summary>The text.</summary>
    public static string Of(ClusterReport report)
    {
        var text = new StringBuilder();
        report.Machine.Write(text);
        WriteLine(text, $"Server: {report.ServerSettings}.");
        var (sizes, providers) = (report.BySize, report.ByProvider);
        Write(text, "Incidents accepted", AcceptHeads, sizes.Accepted.Select(row => row.Cells()));
        Write(text, "Canvasses drafted and sent", CanvassHeads, sizes.Canvasses.Select(Cells));
        Write(text, "Coverage of a 250 m incident", AcceptHeads, sizes.Coverage.Select(row => row.Cells()));
        Write(text, "Positions", PositionHeads, sizes.Positions.Select(Cells));
        Write(text, "An incident with its asks, beside plain SQL", WholeHeads, sizes.Whole.Select(row => Cells(row, sizes.Whole[^1])));
        Write(text, "Incidents accepted, by group commit and by one write each", AcceptHeads, providers.Accepted.Select(row => row.Cells()));
        Write(text, "Canvasses, by group commit and by one write each", CanvassHeads, providers.Canvasses.Select(Cells));
        return text.ToString();
    }

    private static IEnumerable<string> Cells(CanvassRow row) =>
    [
        row.What, Whole(row.Clients), Whole(row.Draft.Requests), Exact(row.Draft.MedianMs), Exact(row.Draft.P99Ms), Exact(row.Send.MedianMs),
        Exact(row.Send.P99Ms), Whole(row.Draft.PerSecond), Exact((double)row.Asks / row.Draft.Requests, "F1"), Whole(row.AsksPerSecond),
    ];

    private static IEnumerable<string> Cells(PositionRow row) =>
    [
        row.What, Whole(row.Clients), Whole(row.Batch), Whole(row.Summary.Requests), Exact(row.Summary.MedianMs), Exact(row.Summary.P99Ms),
        Whole(row.PerSecond), Whole(row.SlowestSecond),
    ];

    private static IEnumerable<string> Cells(WholeRow row, WholeRow peer) =>
    [
        row.What, Whole(row.Clients), Whole(row.Summary.Requests), Exact(row.Summary.MedianMs), Exact(row.Summary.P99Ms),
        Whole(row.Summary.PerSecond), Exact(row.AsksEach, "F1"), Whole(row.DonePerSecond), Exact(row.DonePerSecond / peer.DonePerSecond),
    ];

    private static string Whole(double value) => value.ToString("F0", CultureInfo.InvariantCulture);

    private static string Exact(double value, string format = "F2") => value.ToString(format, CultureInfo.InvariantCulture);
}
