namespace Canvass.Contracts.Canvasses;

/// <summary>Asks for a canvass to be drafted.</summary>
/// <param name="Reason">A reason code: 1 to 64 letters, digits, '-', '_' and '.'.</param>
/// <param name="Note">For the colleagues and the log, at most 2,000 characters.</param>
/// <param name="CommandId">Names the command, so that a repeat answers the first draft; null makes every call a new draft.</param>
[GenerateSerializer, Immutable, Alias("canvass.CanvassRequest")]
public sealed record CanvassRequest(
    [property: Id(0)] string Reason, [property: Id(1)] string? Note = null, [property: Id(2)] string? CommandId = null);
