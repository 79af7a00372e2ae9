namespace Canvass.Grains.Boundary;

/// <summary>Marks a grain interface that only grains may call: its messages must not leave the grid.</summary>
[AttributeUsage(AttributeTargets.Interface)]
internal sealed class GridInternalAttribute : Attribute;
