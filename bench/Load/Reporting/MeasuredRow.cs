using System.Globalization;
using Canvass.Load.Measuring;

namespace Canvass.Load.Reporting;

/// <summary>One measurement.</summary>
/// <param name="What">What was done.</param>
/// <param name="Clients">How many did it at a time.</param>
/// <param name="Summary">How long it took.</param>
internal sealed record MeasuredRow(string What, int Clients, LatencySummary Summary)
{
    /// <summary>The heads of <see cref="Cells"/> but the first.</summary>
    public static readonly string[] Heads = ["clients", "requests", "median ms", "p99 ms", "max ms", "requests/s"];

    /// <summary>Its cells in a table.</summary>
    public IEnumerable<string> Cells() =>
    [
        What,
        Clients.ToString(CultureInfo.InvariantCulture),
        Summary.Requests.ToString(CultureInfo.InvariantCulture),
        Summary.MedianMs.ToString("F2", CultureInfo.InvariantCulture),
        Summary.P99Ms.ToString("F2", CultureInfo.InvariantCulture),
        Summary.MaxMs.ToString("F2", CultureInfo.InvariantCulture),
        Summary.PerSecond.ToString("F0", CultureInfo.InvariantCulture),
    ];
}
