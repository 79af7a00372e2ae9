namespace Canvass.Geo.Planes;

/// <summary>What a shape covers of a horizontal line: eastings from one to the other, in metres.</summary>
internal readonly record struct RowSpan(double West, double East);
