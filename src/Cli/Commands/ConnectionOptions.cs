using System.CommandLine;

namespace Canvass.Cli.Commands;

/// <summary>The options that every command has.</summary>
internal static class ConnectionOptions
{
    /// <summary>Where the grid is.</summary>
    public static Option<string[]> Gateway { get; } = new("--gateway")
    {
        Description = "Where a silo of the grid listens for clients, as host:port; several for failing over.",
        HelpName = "host:port",
        Recursive = true,
        DefaultValueFactory = _ => [GatewayAddress.Default],
    };

    /// <summary>Whether to print JSON.</summary>
    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print JSON for machines instead of tables for people.",
        Recursive = true,
    };
}
