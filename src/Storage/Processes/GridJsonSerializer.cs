using System.Text.Json;
using Canvass.Contracts.Json;
using Orleans.Storage;

namespace Canvass.Storage.Processes;

/// <summary>Writes grains' state as the grid's JSON: readable in the database, and read by older and newer versions, which skip what they do not
/// know.</summary>
internal sealed class GridJsonSerializer : IGrainStorageSerializer
{
    /// <inheritdoc/>
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, GridJson.Options));

    /// <inheritdoc/>
    public T Deserialize<T>(BinaryData input) =>
        JsonSerializer.Deserialize<T>(input, GridJson.Options) ?? throw new JsonException("A grain's state is the JSON value null.");
}
