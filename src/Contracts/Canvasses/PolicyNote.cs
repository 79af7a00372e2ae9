namespace Canvass.Contracts.Canvasses;

/// <summary>A rule of policy that applies to a canvass, for the person who reviews it.</summary>
/// <param name="Rule">The rule's name: <c>canvasses</c>, <c>asksPerOwner</c>, <c>quietHours</c> or <c>askLifetime</c>.</param>
/// <param name="Text">What it means for this canvass, in a sentence.</param>
[GenerateSerializer, Immutable, Alias("canvass.PolicyNote")]
public sealed record PolicyNote([property: Id(0)] string Rule, [property: Id(1)] string Text);
