namespace Canvass.Grains.Boundary;

/// <summary>Marks a grain interface that only grains may call: it carries what no door may see.</summary>
[AttributeUsage(AttributeTargets.Interface)]
internal sealed class GridInternalAttribute : Attribute;
