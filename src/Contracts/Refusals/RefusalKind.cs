namespace Canvass.Contracts.Refusals;

/// <summary>Why the grid refused a command.</summary>
[GenerateSerializer, Alias("canvass.RefusalKind")]
public enum RefusalKind
{
    /// <summary>A field is missing, malformed or out of range (HTTP 400).</summary>
    Invalid,

    /// <summary>Nothing of that name is known, or may be read (HTTP 404).</summary>
    NotFound,

    /// <summary>The command does not fit the present state (HTTP 409).</summary>
    Conflict,

    /// <summary>Well formed, but a rule of the domain or of policy forbids it (HTTP 422).</summary>
    Forbidden,
}
