using System.Globalization;

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
    public static Bucket OfCell(int count) => count == 0 ? new("0") : OfArea(count);

    /// <summary>The bucket of a count of a drawn area. Nought is told as "&lt;5" too: else two areas could be drawn to tell one home.</summary>
    /// <param name="count">The count, 0 or more.</param>
    public static Bucket OfArea(int count) => new(count switch
    {
        < Threshold => "<5",
        < 10 => "5-9",
        < 20 => "10-19",
        < 50 => "20-49",
        _ => "50+",
    });

    /// <summary>The count itself from <see cref="Threshold"/> on, "&lt;5" below.</summary>
    /// <param name="count">The count, 0 or more.</param>
    public static Bucket ExactFromThreshold(int count) =>
        new(count < Threshold ? "<5" : count.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override string ToString() => Text;
}
