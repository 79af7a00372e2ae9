using System.Runtime.CompilerServices;
using System.Text.Unicode;
using Canvass.Client.Mapping;
using Canvass.Client.Rows;
using CsvHelper;

namespace Canvass.Client.Csv;

/// <summary>Reads comma-separated values with a header (RFC 4180), in UTF-8.</summary>
internal static class CameraCsv
{
    private const string RowField = "row";
    private const int MaxRowBytes = 1024 * 1024;

    /// <summary>The rows of a file.</summary>
    public static async IAsyncEnumerable<CameraRow> ReadAsync(
        Stream content, CameraMap map, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isMalformed = false;
        await using var reader = CsvReader.Create(content, new()
        {
            Separator = ',',
            MaxRecordSize = MaxRowBytes,
            OnMalformedRecord = _ => isMalformed = true,
        }, leaveOpen: true);
        var columns = await HeaderAsync(reader, map, cancellationToken).ConfigureAwait(false);
        for (var number = 1; await ReadRowAsync(reader, number, cancellationToken).ConfigureAwait(false); number++)
        {
            yield return isMalformed
                ? Refused(number, "Its quotes do not match: put a value that holds quotes in quotes, and write each of them twice.")
                : Row(reader, number, columns);
            isMalformed = false;
        }
    }

    private static async Task<CameraColumns> HeaderAsync(CsvReader reader, CameraMap map, CancellationToken cancellationToken)
    {
        try
        {
            await reader.ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (CsvFormatException exception)
        {
            throw Break(0, exception);
        }

        return new([.. reader.Headers], map);
    }

    private static async Task<bool> ReadRowAsync(CsvReader reader, int number, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (CsvFormatException exception)
        {
            throw Break(number - 1, exception);
        }
    }

    private static CameraRow Row(CsvReader reader, int number, CameraColumns columns) => Utf8.IsValid(reader.RawRecord)
        ? columns.Row(number, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)])
        : Refused(number, "It is not UTF-8: save the file in that encoding.");

    private static CameraRow Refused(int number, string message) =>
        new(number, null, null, new Dictionary<string, string[]> { [RowField] = [message] });

    private static InvalidDataException Break(int row, CsvFormatException exception) => new(
        $"Reading ends after row {row}, at byte {exception.ByteOffset}: what follows is over {MaxRowBytes} bytes long without "
        + "the end of a row. Is there a quote that is never closed?", exception);
}
