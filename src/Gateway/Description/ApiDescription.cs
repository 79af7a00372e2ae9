using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Canvass.Gateway.Description;

/// <summary>How the HTTP API describes itself, as OpenAPI 3.1 at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDescription
{
    /// <summary>The document's name.</summary>
    public const string Name = "v1";

    /// <summary>Sets the document up.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Canvass",
                Version = Name,
                Description = "A virtual camera grid for a city: which cameras may have seen an incident, what nobody saw, and the asking of "
                    + "owners for footage. Coordinates are [longitude, latitude] in WGS 84; times are RFC 3339; names carry their unit.",
            };
            document.Servers = null;
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer<ValueSchemas>();
        options.AddOperationTransformer(QueryParameters.TransformAsync);
    }
}
