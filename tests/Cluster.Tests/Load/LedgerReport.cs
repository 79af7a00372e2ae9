namespace Canvass.Cluster.Tests.Load;

/// <summary>A report as a client made it.</summary>
/// <param name="Version">Its place among the reports of its incident, from 1.</param>
/// <param name="ReportedAt">When it was made; rises with the version.</param>
/// <param name="Status">Its status.</param>
internal sealed record LedgerReport(int Version, DateTimeOffset ReportedAt, string Status)
{
    /// <summary>What it says happened; tells reports apart.</summary>
    public string Text => $"report {Version}";
}
