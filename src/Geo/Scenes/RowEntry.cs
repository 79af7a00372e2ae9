namespace Canvass.Geo.Scenes;

/// <summary>What a view of one group covers of a row, in metres.</summary>
internal readonly record struct RowEntry(double West, double East, bool IsFirst);
