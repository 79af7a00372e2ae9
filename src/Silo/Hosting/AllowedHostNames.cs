namespace Canvass.Silo.Hosting;

/// <summary>The names by which callers may know this process.</summary>
/// <param name="allowedHosts">The further names, separated by semicolons, as in ASP.NET Core's <c>AllowedHosts</c>; null for none.</param>
internal sealed class AllowedHostNames(string? allowedHosts)
{
    /// <summary>All of them; <c>*</c> among them stands for any.</summary>
    public IReadOnlyList<string> All { get; } =
        [.. LoopbackGuard.Hosts, .. (allowedHosts ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Whether a name is one of them.</summary>
    public bool Has(string name) => All.Contains("*") || All.Contains(name, StringComparer.OrdinalIgnoreCase);
}
