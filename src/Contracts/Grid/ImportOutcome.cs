namespace Canvass.Contracts.Grid;

/// <summary>What importing a batch of cameras did.</summary>
[GenerateSerializer, Immutable, Alias("canvass.ImportOutcome")]
public sealed record ImportOutcome
{
    /// <summary>How many cameras are new.</summary>
    [Id(0)]
    public required int Imported { get; init; }

    /// <summary>How many known cameras changed.</summary>
    [Id(1)]
    public required int Updated { get; init; }

    /// <summary>How many were already so.</summary>
    [Id(2)]
    public required int Unchanged { get; init; }

    /// <summary>The cameras that were refused.</summary>
    [Id(3)]
    public IReadOnlyList<ImportRejection> Rejected { get; init; } = [];
}
