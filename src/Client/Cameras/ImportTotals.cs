namespace Canvass.Client.Cameras;

/// <summary>How far an import has come.</summary>
/// <param name="Imported">Cameras that are new.</param>
/// <param name="Updated">Known cameras that changed.</param>
/// <param name="Unchanged">Cameras that were already so.</param>
/// <param name="Rejected">Rows that were refused.</param>
public readonly record struct ImportTotals(int Imported, int Updated, int Unchanged, int Rejected)
{
    /// <summary>Rows dealt with.</summary>
    public int Rows => Imported + Updated + Unchanged + Rejected;
}
