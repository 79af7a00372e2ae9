using Canvass.Load.Measuring;

namespace Canvass.Load.Reporting;

/// <summary>One measurement.</summary>
/// <param name="What">What was done.</param>
/// <param name="Clients">How many did it at a time.</param>
/// <param name="Summary">How long it took.</param>
internal sealed record MeasuredRow(string What, int Clients, LatencySummary Summary);
