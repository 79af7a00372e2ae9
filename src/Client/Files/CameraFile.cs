using Canvass.Client.Csv;
using Canvass.Client.Features;
using Canvass.Client.Mapping;
using Canvass.Client.Rows;
using Canvass.Contracts.GeoJson;

namespace Canvass.Client.Files;

/// <summary>Reads files of cameras, row by row, without holding the whole in memory.</summary>
public static class CameraFile
{
    /// <summary>The cameras of a file. A row that cannot be read or breaks a rule comes with its errors, and reading goes on; only where
    /// the file itself breaks off or is no such file does reading end, with a last row that says so under <c>file</c>.</summary>
    /// <remarks>A row may be 1 MB long. An id that stood in the file already is refused.</remarks>
    /// <param name="content">The file, in UTF-8; read once, forwards, and left open.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="map">Which column is which field; null for <see cref="CameraMap.Identity"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static IAsyncEnumerable<CameraRow> ReadAsync(
        Stream content, CameraFileFormat format, CameraMap? map = null, CancellationToken cancellationToken = default)
    {
        map ??= CameraMap.Identity;
        return CheckedRows.ReadAsync(format switch
        {
            CameraFileFormat.GeoJson => FeatureRows.Read(FeatureCollectionReader.ReadAsync(content, cancellationToken), map),
            CameraFileFormat.NdJson => FeatureRows.Read(FeatureLineReader.ReadAsync(content, cancellationToken), map),
            CameraFileFormat.Csv => CameraCsv.ReadAsync(content, map, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
        }, cancellationToken);
    }
}
