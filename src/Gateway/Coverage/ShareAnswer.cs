namespace Canvass.Gateway.Coverage;

/// <summary>The share of an area that is seen, 0 to 1, to four digits.</summary>
/// <param name="Integrated">The share that integrated cameras see.</param>
public sealed record ShareAnswer(double Integrated);
