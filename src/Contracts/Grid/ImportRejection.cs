namespace Canvass.Contracts.Grid;

/// <summary>A camera that was refused.</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="Id">Its id, as far as it could be read.</param>
/// <param name="Errors">By field, what is wrong with it.</param>
[GenerateSerializer, Immutable, Alias("canvass.ImportRejection")]
public sealed record ImportRejection(
    [property: Id(0)] int Index, [property: Id(1)] string? Id, [property: Id(2)] IReadOnlyDictionary<string, string[]> Errors);
