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
        return GuardedRows.ReadAsync(format switch
        {
            CameraFileFormat.GeoJson => GeoJsonFile.ReadAsync(content, map, cancellationToken),
            CameraFileFormat.NdJson => NdJsonFile.ReadAsync(content, map, cancellationToken),
            CameraFileFormat.Csv => CsvFile.ReadAsync(content, map, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
        }, cancellationToken);
    }
}
