using Canvass.Cli.Commands;
using Canvass.Client.Files;

namespace Canvass.Cli.Cameras;

/// <summary>Tells how a file of cameras is written.</summary>
internal static class CameraFormats
{
    /// <summary>The format that the command line names, or that the file's ending tells.</summary>
    /// <exception cref="UsageException">Neither tells it.</exception>
    public static CameraFileFormat Of(string path, CameraFileFormat? chosen) => chosen ?? Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".geojson" or ".json" => CameraFileFormat.GeoJson,
        ".ndjson" or ".jsonl" or ".geojsonl" => CameraFileFormat.NdJson,
        ".csv" => CameraFileFormat.Csv,
        var ending => throw new UsageException("--format", $"The ending '{ending}' does not tell the format: give --format geojson, ndjson or csv."),
    };
}
