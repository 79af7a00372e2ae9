namespace Canvass.Grains.Storage;

/// <summary>The names under which the host provides grain storage.</summary>
public static class StorageNames
{
    /// <summary>The registry of cameras: relational, filled by grains and by imports alike.</summary>
    public const string Registry = "registry";
}
