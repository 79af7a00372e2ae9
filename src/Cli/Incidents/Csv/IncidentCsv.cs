using System.Runtime.CompilerServices;
using Canvass.Cli.Commands;
using CsvHelper;

namespace Canvass.Cli.Incidents.Csv;

/// <summary>Reads a CSV file of incidents (RFC 4180, UTF-8, with a header), row by row.</summary>
internal static class IncidentCsv
{
    private const int MaxRowBytes = 1 << 20;

    /// <summary>The rows of a file; bad ones with their errors.</summary>
    /// <param name="content">The file; read once, forwards, and left open.</param>
    /// <param name="map">Which column is which field.</param>
    /// <param name="times">Reads times.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UsageException">The file lacks a column that the map names.</exception>
    /// <exception cref="IOException">The file is no CSV from some row on.</exception>
    public static async IAsyncEnumerable<ParsedIncidentRow> ReadAsync(
        Stream content, IncidentMap map, LocalTimes times, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isMalformed = false;
        await using var csv = CsvReader.Create(content, new()
        {
            Separator = ',',
            MaxRecordSize = MaxRowBytes,
            OnMalformedRecord = _ => isMalformed = true,
        }, leaveOpen: true);
        var places = await HeaderAsync(csv, map, cancellationToken).ConfigureAwait(false);
        string? Cell(string column) =>
            places.TryGetValue(column, out var place) && place < csv.FieldCount ? csv.GetString(place) : null;
        for (var row = 1; await ReadRowAsync(csv, row, cancellationToken).ConfigureAwait(false); row++)
        {
            yield return isMalformed ? Malformed(row) : new IncidentCsvRow(map, times, Cell).Read(row);
            isMalformed = false;
        }
    }

    private static async Task<Dictionary<string, int>> HeaderAsync(CsvReader csv, IncidentMap map, CancellationToken cancellationToken)
    {
        try
        {
            await csv.ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (CsvFormatException exception)
        {
            throw new IOException("It has no header: name the columns in the first row, separated by commas.", exception);
        }

        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (place, name) in csv.Headers.ToArray().Index())
        {
            places.TryAdd(name.Trim(), place);
        }

        foreach (var (field, column) in map.Columns.Keys.SelectMany(field => map.ColumnsOf(field).Select(column => (field, column))))
        {
            if (!places.ContainsKey(column))
            {
                throw new UsageException("--map", $"The file has no column '{column}' for {field}: it has {string.Join(", ", places.Keys)}.");
            }
        }

        return places;
    }

    private static async Task<bool> ReadRowAsync(CsvReader csv, int row, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await csv.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (CsvFormatException exception)
        {
            throw new IOException(
                $"Reading ends after row {row - 1}: what follows is over {MaxRowBytes} bytes long. Is there a quote that is never closed? "
                + "The rows before are in the grid.", exception);
        }
    }

    private static ParsedIncidentRow Malformed(int row) => new(row, null, null, new Dictionary<string, string[]>
    {
        ["row"] = ["Its quotes do not match: put a value that holds quotes in quotes, and write each of them twice."],
    });
}
