using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;

namespace Canvass.Gateway.Problems;

/// <summary>Problem details (RFC 9457): why a request was refused, and what to do.</summary>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Detail">What was wrong, and what to do.</param>
/// <param name="Errors">By field, what is wrong with it; absent where no single field is to blame.</param>
public sealed record Problem(int Status, string Detail, IReadOnlyDictionary<string, string[]>? Errors = null)
{
    /// <summary>The media type of problem details.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>Always <c>about:blank</c>: the status says which kind of problem it is.</summary>
    [JsonPropertyOrder(-2)]
    public string Type => "about:blank";

    /// <summary>The status in words.</summary>
    [JsonPropertyOrder(-1)]
    public string Title => ReasonPhrases.GetReasonPhrase(Status) is { Length: > 0 } phrase ? phrase : "Error";
}
