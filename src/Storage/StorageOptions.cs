namespace Canvass.Storage;

/// <summary>Where the grid's state is stored; bound from the configuration section <c>Canvass</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>The directory of everything the grid keeps as files, made where it is missing; default <c>data</c> under the working
    /// directory. The embedded database is <c>canvass.db</c> in it. One process uses it at a time.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>The connection string, as Npgsql reads it, of a PostgreSQL database (15 or newer) in which everything is stored and through which
    /// silos form a cluster; null, the default: the embedded database.</summary>
    public string? Database { get; set; }
}
