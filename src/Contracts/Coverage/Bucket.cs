namespace Canvass.Contracts.Coverage;

/// <summary>A count told so coarsely that no single household can be read from it.</summary>
/// <param name="Text">One of <c>0</c>, <c>&lt;5</c>, <c>5-9</c>, <c>10-19</c>, <c>20-49</c>, <c>50+</c>.</param>
[GenerateSerializer, Immutable, Alias("canvass.Bucket")]
public readonly record struct Bucket([property: Id(0)] string Text)
{
    /// <summary>The smallest count that is told as more than "&lt;5".</summary>
    public const int Threshold = 5;

    /// <summary>The bucket of a count of a whole cell.</summary>
    /// <param name="count">The count, 0 or more.</param>
    public static Bucket OfCell(int count) => new(count switch
    {
        0 => "0",
        < Threshold => "<5",
        < 10 => "5-9",
        < 20 => "10-19",
        < 50 => "20-49",
        _ => "50+",
    });

    /// <summary>The counts that the bucket stands for; of <c>50+</c>, 50 to 100.</summary>
    /// <returns>The lowest and the highest, both inclusive.</returns>
    public (int Low, int High) Range() => Text switch
    {
        "0" => (0, 0),
        "<5" => (1, 4),
        "5-9" => (5, 9),
        "10-19" => (10, 19),
        "20-49" => (20, 49),
        _ => (50, 100),
    };

    /// <inheritdoc/>
    public override string ToString() => Text;
}
