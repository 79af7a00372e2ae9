namespace Canvass.Grains.Registry;

/// <summary>What an import did to a camera's row.</summary>
/// <param name="Before">What was known; null for a new camera.</param>
/// <param name="After">What is; the same object as <paramref name="Before"/> where the row was left.</param>
public sealed record RegistryChange(RegistryEntry? Before, RegistryEntry After);
