using System.Text;
using Canvass.Client.Files;
using Canvass.Client.Mapping;
using Canvass.Client.Rows;

namespace Canvass.Client.Tests.Files;

/// <summary>Reads rows from texts and makes features.</summary>
internal static class Rows
{
    public static Task<List<CameraRow>> GeoJsonAsync(string text, CameraMap? map = null) => ReadAsync(text, CameraFileFormat.GeoJson, map);

    public static Task<List<CameraRow>> NdJsonAsync(string text, CameraMap? map = null) => ReadAsync(text, CameraFileFormat.NdJson, map);

    public static Task<List<CameraRow>> CsvAsync(string text, CameraMap? map = null) => ReadAsync(text, CameraFileFormat.Csv, map);

    public static Task<List<CameraRow>> CollectionAsync(params string[] features) =>
        GeoJsonAsync(Collection(features));

    public static string Collection(params string[] features) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(",", features)}}]}""";

    public static string Feature(
        string id = "\"c1\"", string coordinates = "[-84.39,33.78]", string properties = "\"tier\":\"integrated\"") =>
        $$"""{"type":"Feature","id":{{id}},"geometry":{"type":"Point","coordinates":{{coordinates}}},"properties":{ {{properties}} } }""";

    public static async Task<List<CameraRow>> ReadAsync(string text, CameraFileFormat format, CameraMap? map = null)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await CameraFile.ReadAsync(content, format, map, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    public static CameraRow Refuses(List<CameraRow> rows, string field, string says)
    {
        var row = Assert.Single(rows);
        Assert.Null(row.Camera);
        Assert.True(row.Errors.ContainsKey(field), $"Errors are of: {string.Join(", ", row.Errors.Keys)}");
        Assert.Contains(says, string.Join(" ", row.Errors[field]), StringComparison.Ordinal);
        return row;
    }
}
