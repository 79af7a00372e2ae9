namespace Canvass.Load.Grid;

/// <summary>What the grid answered to an import.</summary>
/// <param name="Imported">How many cameras are new.</param>
/// <param name="Updated">How many known cameras changed.</param>
/// <param name="RejectedCount">How many rows were refused.</param>
internal sealed record ImportReading(int Imported, int Updated, int RejectedCount);
