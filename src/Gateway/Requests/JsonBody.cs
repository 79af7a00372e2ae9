using System.Reflection;
using Canvass.Contracts.Json;
using Canvass.Contracts.Refusals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Canvass.Gateway.Requests;

/// <summary>A request's JSON body. Whatever is wrong with it is refused by field.</summary>
/// <param name="Value">What it holds.</param>
internal sealed record JsonBody<T>(T Value) : IEndpointParameterMetadataProvider
    where T : class
{
    /// <summary>Reads the body.</summary>
    /// <exception cref="BadHttpRequestException">It is no JSON by its content type (415), or too large (413).</exception>
    /// <exception cref="RefusedException">It is not what it should be.</exception>
    public static async ValueTask<JsonBody<T>?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return new(StrictJson.Read<T>(await BodyBytes.ReadAsync(http)));
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata([BodyBytes.Json], typeof(T)));
        builder.Metadata.Add(BodyLimit.OneThing);
    }
}
