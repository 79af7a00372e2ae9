using Canvass.Geo.Positions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Canvass.Gateway.Description;

/// <summary>Describes the values that are written in a form of their own, which their types do not show.</summary>
internal sealed class ValueSchemas : IOpenApiSchemaTransformer
{
    /// <inheritdoc/>
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
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

        return Task.CompletedTask;
    }
}
