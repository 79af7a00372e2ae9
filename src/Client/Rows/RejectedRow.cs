namespace Canvass.Client.Rows;

/// <summary>A row that was refused.</summary>
/// <param name="Row">Its place in the file, from 1.</param>
/// <param name="Id">The id, as far as it could be read.</param>
/// <param name="Errors">By field, what is wrong and what to do.</param>
public sealed record RejectedRow(int Row, string? Id, IReadOnlyDictionary<string, string[]> Errors);
