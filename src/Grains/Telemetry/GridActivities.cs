using System.Diagnostics;

namespace Canvass.Grains.Telemetry;

/// <summary>The grid's own spans. The names are documented in <c>docs/reference/metrics.md</c>; no span holds an id.</summary>
public static class GridActivities
{
    /// <summary>The source's name.</summary>
    public const string Name = "Canvass";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>A coverage question, from the first cell asked to the last that answered.</summary>
    internal static Activity? StartCoverage(int cells) => Source.StartActivity("canvass.coverage")?.SetTag("canvass.cells", cells);

    /// <summary>The delivery of an outbox message. It begins a trace of its own: the request that wrote the message is long answered.</summary>
    internal static Activity? StartDelivery(string destination)
    {
        Activity.Current = null;
        return Source.StartActivity("canvass.delivery")?.SetTag("canvass.destination", destination);
    }
}
