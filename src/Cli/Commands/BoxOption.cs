using System.CommandLine;
using Canvass.Contracts.Positions;

namespace Canvass.Cli.Commands;

/// <summary>The option <c>--bbox</c>.</summary>
internal static class BoxOption
{
    /// <summary>Makes it.</summary>
    public static Option<BoundingBox?> Create() => ParsedSymbol.Option<BoundingBox?>(
        "--bbox", "Only what stands in this box: west,south,east,north in degrees.", text => BoundingBox.Parse(text));
}
