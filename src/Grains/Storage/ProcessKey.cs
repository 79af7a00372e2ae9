namespace Canvass.Grains.Storage;

/// <summary>The key of a process' stored state.</summary>
/// <param name="Grain">The grain's key text, with its prefix, for example <c>inc/apd-cad/123</c>.</param>
/// <param name="State">The state's name, unique for each grain class.</param>
public readonly record struct ProcessKey(string Grain, string State);
