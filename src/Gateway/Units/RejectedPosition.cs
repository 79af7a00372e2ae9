namespace Canvass.Gateway.Units;

/// <summary>A position that was not taken.</summary>
/// <param name="Index">Its place in the request, from 0.</param>
/// <param name="Errors">By field, what is wrong with it, and what to do.</param>
public sealed record RejectedPosition(int Index, IReadOnlyDictionary<string, string[]> Errors);
