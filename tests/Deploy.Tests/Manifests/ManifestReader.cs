using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using k8s;
using k8s.Models;

namespace Canvass.Deploy.Tests.Manifests;

/// <summary>Reads manifests into the types of their kinds. Unknown kinds, unknown fields at any depth, fields given twice and values of another
/// type are refused.</summary>
internal static class ManifestReader
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    private static readonly Dictionary<(string ApiVersion, string Kind), Type> Kinds = typeof(V1Pod).Assembly.GetExportedTypes()
        .Append(typeof(ServiceMonitor))
        .Where(type => type.IsAssignableTo(typeof(IKubernetesObject<V1ObjectMeta>)))
        .Select(type => (Type: type, Entity: type.GetCustomAttribute<KubernetesEntityAttribute>()))
        .Where(pair => pair.Entity is not null)
        .ToDictionary(pair => (ApiVersion(pair.Entity!), pair.Entity!.Kind), pair => pair.Type);

    /// <summary>The objects of a rendered text.</summary>
    /// <exception cref="FormatException">One of them is not what Kubernetes would take.</exception>
    public static IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Read(string yaml) => [.. YamlText.Documents(yaml).Select(Read)];

    private static IKubernetesObject<V1ObjectMeta> Read(JsonNode? document)
    {
        var kind = ((string?)document?["apiVersion"] ?? "", (string?)document?["kind"] ?? "");
        var name = $"{kind.Item2} {document?["metadata"]?["name"]}";
        if (!Kinds.TryGetValue(kind, out var type))
        {
            throw new FormatException($"{name}: there is no such kind in '{kind.Item1}'.");
        }

        try
        {
            return (IKubernetesObject<V1ObjectMeta>)document.Deserialize(type, Strict)!;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new FormatException($"{name}: {exception.Message}", exception);
        }
    }

    private static string ApiVersion(KubernetesEntityAttribute entity) =>
        string.IsNullOrEmpty(entity.Group) ? entity.ApiVersion : $"{entity.Group}/{entity.ApiVersion}";
}
