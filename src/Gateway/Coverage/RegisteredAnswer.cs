namespace Canvass.Gateway.Coverage;

/// <summary>How many households with registered cameras a whole cell holds.</summary>
/// <param name="Cell">The resolution-8 cell.</param>
/// <param name="Households">The bucket: <c>0</c>, <c>&lt;5</c>, <c>5-9</c>, <c>10-19</c>, <c>20-49</c> or <c>50+</c>.</param>
public sealed record RegisteredAnswer(string Cell, string Households);
