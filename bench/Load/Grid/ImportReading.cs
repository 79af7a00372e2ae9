namespace Canvass.Load.Grid;

/// <summary>What the grid says of an import.</summary>
/// <param name="Imported">How many cameras are new.</param>
/// <param name="Updated">How many were known and changed.</param>
/// <param name="Unchanged">How many were already so.</param>
/// <param name="RejectedCount">How many were refused.</param>
internal sealed record ImportReading(int Imported, int Updated, int Unchanged, int RejectedCount);
