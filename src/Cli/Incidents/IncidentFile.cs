using Canvass.Contracts.Incidents;
using Canvass.Contracts.Json;
using Canvass.Contracts.Refusals;

namespace Canvass.Cli.Incidents;

/// <summary>Reads an incident as the HTTP API takes it.</summary>
internal static class IncidentFile
{
    /// <summary>The incident in a file.</summary>
    /// <param name="path">The file: JSON in UTF-8.</param>
    /// <param name="now">When it was reported, if the file does not say.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="RefusedException">The file holds no such incident.</exception>
    public static async Task<IncidentReport> ReadAsync(string path, DateTimeOffset now, CancellationToken cancellationToken) =>
        Read(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false), now);

    /// <summary>The incident in JSON.</summary>
    /// <exception cref="RefusedException">The JSON is no such incident.</exception>
    public static IncidentReport Read(ReadOnlyMemory<byte> json, DateTimeOffset now) => IncidentReader.Read(
        StrictJson.Read<IncidentBody>(json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json), now);
}
