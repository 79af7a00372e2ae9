namespace Canvass.Load.Megacity;

/// <summary>A part of a run.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record Phase(string Name, double Seconds);
