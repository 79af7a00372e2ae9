namespace Canvass.Load.Import;

/// <summary>How far an import has come.</summary>
internal sealed class ImportProgress
{
    private int _acknowledged;

    /// <summary>How many cameras were acknowledged: those with the lowest numbers.</summary>
    public int Acknowledged => Volatile.Read(ref _acknowledged);

    /// <summary>Notes that more were.</summary>
    public void Add(int cameras) => Interlocked.Add(ref _acknowledged, cameras);
}
