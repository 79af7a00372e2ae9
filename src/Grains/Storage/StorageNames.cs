namespace Canvass.Grains.Storage;

/// <summary>The names under which the host provides grain storage.</summary>
public static class StorageNames
{
    /// <summary>Processes with a history (incidents, owners): rows in the form of Microsoft.Orleans.Persistence.AdoNet.</summary>
    public const string Processes = "processes";
}
