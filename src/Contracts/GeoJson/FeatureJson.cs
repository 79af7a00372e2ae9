using System.Text.Json;

namespace Canvass.Contracts.GeoJson;

/// <summary>Parses features.</summary>
public static class FeatureJson
{
    // Of a member given twice nobody can say which was meant.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Parses JSON in which every member has a name of its own.</summary>
    /// <exception cref="JsonException">It is no such JSON.</exception>
    /// <exception cref="InvalidOperationException">A member's name holds half of a surrogate pair.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json) => JsonDocument.Parse(json, Strict);
}
