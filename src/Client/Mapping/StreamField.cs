using System.Text.Json;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.Refusals;

namespace Canvass.Client.Mapping;

/// <summary>Reads where a live picture comes from: a URL, or <c>{ "protocol", "url" }</c>. No message shows the value: it may hold
/// credentials.</summary>
internal static class StreamField
{
    private const string Field = "properties.stream";

    /// <summary>The address; null where there is none in the value.</summary>
    public static StreamAddress? Read(FieldValue value, FieldErrors errors)
    {
        if (value.IsUntyped || value.Json.ValueKind == JsonValueKind.String)
        {
            return Of(value.Text(Field, errors)!, null);
        }

        if (value.Json.ValueKind != JsonValueKind.Object)
        {
            errors.Add(Field, "Neither a URL nor an object: give { \"protocol\": \"rtsp\", \"url\": \"rtsp://…\" }.");
            return null;
        }

        var url = Member(value.Json, "url", errors);
        var protocol = Member(value.Json, "protocol", errors);
        errors.Require(url is not null, $"{Field}.url", "There is none: give an absolute rtsp, rtsps, http or https URL.");
        return url is null ? null : Of(url, protocol);
    }

    private static StreamAddress Of(string url, string? protocol)
    {
        if (protocol is null && Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            protocol = address.AbsolutePath.EndsWith(".m3u8", StringComparison.OrdinalIgnoreCase) ? "hls" : address.Scheme;
        }

        // Where the URL is none, its own error says so; the protocol shall not add another.
        return new(protocol ?? "rtsp", url);
    }

    private static string? Member(JsonElement stream, string name, FieldErrors errors)
    {
        if (!stream.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (member.ValueKind == JsonValueKind.String)
        {
            return member.GetString();
        }

        errors.Add($"{Field}.{name}", "This is no text: give one in quotes.");
        return null;
    }
}
