using Canvass.Contracts.Cameras;

namespace Canvass.Client.Mapping;

/// <summary>A camera that was read, or what is wrong with it.</summary>
/// <param name="OwnId">The id that the source gives, as far as it could be read; null where it gives none.</param>
/// <param name="Camera">The camera; null where anything is wrong.</param>
/// <param name="Errors">By field, what is malformed or out of range (HTTP 400).</param>
/// <param name="Forbidden">By field, what is well formed but against a rule of the domain (HTTP 422).</param>
public sealed record ParsedCamera(
    string? OwnId, Camera? Camera, IReadOnlyDictionary<string, string[]> Errors, IReadOnlyDictionary<string, string[]> Forbidden)
{
    /// <summary>What is wrong in one way or the other, by field.</summary>
    public IReadOnlyDictionary<string, string[]> AllErrors => Forbidden.Count == 0
        ? Errors
        : Errors.Concat(Forbidden).GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.SelectMany(pair => pair.Value).ToArray(), StringComparer.Ordinal);
}
