namespace Canvass.Load.Import;

/// <summary>What a process took of memory.</summary>
/// <param name="Process">Its name.</param>
/// <param name="BeforeMiB">Its working set before the import.</param>
/// <param name="MostMiB">The largest.</param>
/// <param name="EndMiB">The last.</param>
internal sealed record MemoryRow(string Process, double BeforeMiB, double MostMiB, double EndMiB);
