using System.Text.Json.Serialization;

namespace Canvass.PeerService;

/// <summary>Reads and writes the service's JSON without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IncidentBody))]
[JsonSerializable(typeof(IncidentAnswer))]
[JsonSerializable(typeof(CanvassBody))]
[JsonSerializable(typeof(DraftAnswer))]
[JsonSerializable(typeof(SentAnswer))]
internal sealed partial class PeerJson : JsonSerializerContext;
