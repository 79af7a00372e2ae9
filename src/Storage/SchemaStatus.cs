namespace Canvass.Storage;

/// <summary>How far a database is.</summary>
/// <param name="Applied">The steps that it has taken, for example <c>0001_grid</c>, in order.</param>
/// <param name="Pending">The steps that it has yet to take, in order.</param>
public sealed record SchemaStatus(IReadOnlyList<string> Applied, IReadOnlyList<string> Pending);
