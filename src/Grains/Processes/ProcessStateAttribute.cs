namespace Canvass.Grains.Processes;

/// <summary>Names the state of a process grain. The name is a part of the row's key, and the class is not: it is unique for each class.</summary>
/// <param name="name">The name.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ProcessStateAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name => name;
}
