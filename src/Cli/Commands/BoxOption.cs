using System.CommandLine;
using System.Globalization;
using Canvass.Contracts.Positions;

namespace Canvass.Cli.Commands;

/// <summary>The option <c>--bbox</c>.</summary>
internal static class BoxOption
{
    /// <summary>Makes it.</summary>
    public static Option<BoundingBox?> Create() => Parsed.Option<BoundingBox?>(
        "--bbox", "Only what stands in this box: west,south,east,north in degrees.", text => Read(text));

    /// <summary>Reads <c>west,south,east,north</c>.</summary>
    /// <exception cref="FormatException">The text is no such box.</exception>
    public static BoundingBox Read(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        var degrees = new double[4];
        if (parts.Length != 4 || !parts.Index().All(part =>
            double.TryParse(part.Item, NumberStyles.Float, CultureInfo.InvariantCulture, out degrees[part.Index])))
        {
            throw new FormatException($"'{text}' is not a box: give west,south,east,north, for example -84.40,33.74,-84.37,33.77.");
        }

        var box = new BoundingBox(degrees[0], degrees[1], degrees[2], degrees[3]);
        return box is { West: >= -180 and <= 180, East: >= -180 and <= 180, South: >= -90, North: <= 90 } && box.South <= box.North
            ? box
            : throw new FormatException($"'{text}' is not on the globe: give west,south,east,north in degrees, south at most north.");
    }
}
