using System.Text.Json.Nodes;
using Canvass.Contracts.Grid;
using Canvass.Gateway.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Canvass.Gateway.Description;

/// <summary>Describes what lists can be asked, which endpoints take as texts so as to name what is wrong with them.</summary>
internal static class QueryParameters
{
    /// <summary>Describes an operation's parameters.</summary>
    public static Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            (parameter.Schema, parameter.Description) = parameter.Name switch
            {
                "limit" => (Limit(), "How many rows the page has at most."),
                "cursor" => (parameter.Schema, "Where the page before ended, as it said."),
                "bbox" => (parameter.Schema, "A box 'west,south,east,north' in degrees; west over east crosses the antimeridian."),
                "from" => (Time(), "Those whose window ends at or after this moment."),
                "to" => (Time(), "Those whose window starts at or before this moment."),
                "status" => (Choice("active", "closed", "cancelled"), "Those that stand so."),
                "after" => (new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
                    "The id of the last event that the caller has; Last-Event-ID wins over it."),
                "Idempotency-Key" => (parameter.Schema, "Names the command, so that a repeat answers the first outcome."),
                "cameraId" => (parameter.Schema, "The camera's id, percent-encoded."),
                "incidentId" => (parameter.Schema, "The incident's id, 'source:number', percent-encoded."),
                "canvassId" => (parameter.Schema, "The canvass's id, 'source:number:ordinal', percent-encoded."),
                _ => (parameter.Schema, parameter.Description),
            };
        }

        return Task.CompletedTask;
    }

    private static OpenApiSchema Limit() => new()
    {
        Type = JsonSchemaType.Integer,
        Minimum = "1",
        Maximum = IGridGrain.MaxBatch.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Default = JsonValue.Create(QueryReader.DefaultLimit),
    };

    private static OpenApiSchema Time() => new() { Type = JsonSchemaType.String, Format = "date-time" };

    private static OpenApiSchema Choice(params ReadOnlySpan<string> values)
    {
        var schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [] };
        foreach (var value in values)
        {
            schema.Enum.Add(JsonValue.Create(value));
        }

        return schema;
    }
}
