using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Canvass.Gateway.Units;
using Canvass.Geo.Positions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Canvass.Gateway.Description;

/// <summary>Describes the values that are written in a form of their own, which their types do not show, and that what is null is left
/// out.</summary>
internal sealed class ValueSchemas : IOpenApiSchemaTransformer
{
    /// <inheritdoc/>
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var declared = context.JsonTypeInfo.Type;
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(DateTimeOffset))
        {
            (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
        }
        else if (type == typeof(LatLng))
        {
            schema.Type = JsonSchemaType.Array;
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.Number };
            schema.MinItems = 2;
        }
        else if (context.JsonPropertyInfo is { Name: "positions" } property && property.DeclaringType == typeof(PositionsBody))
        {
            schema.Items = await context.GetOrCreateSchemaAsync(typeof(PositionBody), null, cancellationToken);
        }

        foreach (var property in context.JsonTypeInfo.Properties.Where(MayBeAbsent))
        {
            schema.Required?.Remove(property.Name);
        }
    }

    private static bool MayBeAbsent(JsonPropertyInfo property) =>
        property.IsGetNullable
        && property.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: true) != true
        && property.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: true) != true;
}
