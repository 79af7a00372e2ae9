namespace Canvass.Grains.Owners;

/// <summary>The open asks of a canvass.</summary>
/// <param name="Count">How many.</param>
/// <param name="FirstExpiresAt">When the first of them expires; null if there is none.</param>
public readonly record struct OpenAsks(int Count, DateTimeOffset? FirstExpiresAt);
