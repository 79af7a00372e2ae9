namespace Canvass.Running;

/// <summary>What a <see cref="PostgresServer"/> is to be like.</summary>
public sealed record PostgresServerOptions
{
    /// <summary>Whether a commit waits for the disk, as in production; false, the default: as fast as it goes, and lost with the machine.</summary>
    public bool Durable { get; init; }

    /// <summary>How many connections it takes.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>Where it listens, as <c>listen_addresses</c> has it.</summary>
    public string ListenAddresses { get; init; } = "127.0.0.1";

    /// <summary>The folder in which its files get a folder of their own.</summary>
    public string Folder { get; init; } = Path.GetTempPath();

    /// <summary>The ICU locale by which databases sort; null: by code points.</summary>
    public string? IcuLocale { get; init; }

    /// <summary>Further settings, as <c>name = value</c> in postgresql.conf.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];
}
