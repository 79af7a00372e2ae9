namespace Canvass.Writes;

/// <summary>A state of about 2 KB.</summary>
internal sealed record BenchState
{
    public int Number { get; init; }

    public string Text { get; init; } = new('x', 2_000);
}
