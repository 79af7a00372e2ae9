using System.Reflection;
using System.Text.Json;
using Canvass.Contracts.GeoJson;
using Canvass.Contracts.Json;
using Canvass.Contracts.Refusals;
using Canvass.Gateway.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Canvass.Gateway.Cameras;

/// <summary>A request's body that should be a camera feature, as JSON that nobody has looked into yet.</summary>
/// <param name="Feature">The JSON.</param>
internal sealed record FeatureBody(JsonElement Feature) : IEndpointParameterMetadataProvider
{
    /// <summary>Reads the body.</summary>
    /// <exception cref="BadHttpRequestException">It is no JSON by its content type (415), or too large (413).</exception>
    /// <exception cref="RefusedException">It is no JSON.</exception>
    public static async ValueTask<FeatureBody?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var bytes = await BodyBytes.ReadAsync(http);
        JsonEscapes.Require(bytes.Span);
        try
        {
            using var document = FeatureJson.Parse(bytes);
            return new(document.RootElement.Clone());
        }
        catch (JsonException exception)
        {
            var message = $"Not JSON that can be read, at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}: "
                + "send a GeoJSON Feature that names every member once.";
            throw new RefusedException(
                RefusalKind.Invalid, message, new Dictionary<string, string[]> { [JsonFault.Body] = [message] });
        }
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata([BodyBytes.GeoJson, BodyBytes.Json], typeof(CameraBody)));
        builder.Metadata.Add(BodyLimit.OneThing);
    }
}
