using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;

namespace Canvass.Contracts.Idempotency;

/// <summary>The name that a caller gives to a command that creates something, so that a repeat creates nothing more.</summary>
/// <param name="Scope">What the command is, for example <c>POST /v1/cameras</c>: the same text names something else in another scope.</param>
/// <param name="Value">The caller's text; an <see cref="Identifier"/>.</param>
[GenerateSerializer, Immutable, Alias("canvass.IdempotencyKey")]
public readonly record struct IdempotencyKey([property: Id(0)] string Scope, [property: Id(1)] string Value)
{
    /// <summary>The header with which HTTP requests carry it.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>How long a repeat is answered with what the first command created; 24 h.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>Notes an error if a caller's text cannot be a key.</summary>
    public static void Check(string value, FieldErrors errors) => errors.Require(
        Identifier.IsValid(value), Header, $"'{value}' is not a key: give 1 to {Identifier.MaxLength} visible characters without blanks, or no such header.");
}
