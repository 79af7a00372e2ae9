namespace Canvass.Grains.Registry;

/// <summary>
/// What is entered in a cell, as two numbers. Revisions only rise, so a change that keeps the count raises the sum: two different contents
/// of one cell never have the same digest.
/// </summary>
/// <param name="Count">How many cameras.</param>
/// <param name="RevisionSum">The sum of their revisions, wrapping.</param>
public readonly record struct CellDigest(int Count, long RevisionSum);
