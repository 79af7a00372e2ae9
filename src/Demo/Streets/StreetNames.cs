using Canvass.Demo.Randomness;

namespace Canvass.Demo.Streets;

/// <summary>Invents names of streets. They are no streets of Atlanta, so that no address of the demo is anybody's.</summary>
internal static class StreetNames
{
    private static readonly string[] Firsts =
        ["Amber", "Copper", "Ember", "Fable", "Gable", "Harbor", "Indigo", "Jasper", "Kestrel", "Lantern", "Marble", "Nectar", "Orchid",
         "Pebble", "Quill", "Russet", "Saffron", "Thistle", "Umber", "Velvet", "Walnut", "Yarrow", "Zephyr", "Heron"];

    private static readonly string[] Seconds =
        ["bank", "brook", "field", "gate", "glen", "hollow", "march", "mere", "moor", "quarter", "reach", "stead", "vale", "wick"];

    private static readonly string[] Kinds = ["St", "St", "St", "Ave", "Ave", "Pl", "Ln", "Way"];

    /// <summary>A name for an ordinary street.</summary>
    public static string Next(SplitMix64 random) => $"{Word(random)} {random.OneOf(Kinds)}";

    /// <summary>A name for a street of a kind.</summary>
    public static string Next(SplitMix64 random, string kind) => $"{Word(random)} {kind}";

    /// <summary>A name without a kind, for a neighbourhood or a shop.</summary>
    public static string Word(SplitMix64 random) => random.OneOf(Firsts) + random.OneOf(Seconds);
}
