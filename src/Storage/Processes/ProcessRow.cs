namespace Canvass.Storage.Processes;

/// <summary>The key of a state's row, as Microsoft.Orleans.Persistence.AdoNet makes it for grains with text keys; its columns for numbers and
/// GUIDs are 0.</summary>
/// <param name="GrainHash">The hash of the grain's key.</param>
/// <param name="StateHash">The hash of the state's name.</param>
/// <param name="Grain">The grain's key.</param>
/// <param name="State">The state's name.</param>
internal readonly record struct ProcessRow(int GrainHash, int StateHash, string Grain, string State);
