using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.Json;
using Canvass.Load.City;

namespace Canvass.Load.Grid;

/// <summary>The grid's HTTP doors.</summary>
/// <param name="http">Connects to them.</param>
internal sealed class GridHttp(HttpClient http)
{
    private static readonly Uri Cameras = new("/v1/cameras:import", UriKind.Relative);
    private static readonly Uri Coverage = new("/v1/coverage", UriKind.Relative);
    private static readonly Uri Recording = new("/v1/cameras/status", UriKind.Relative);
    private static readonly Uri Positions = new("/v1/units/positions", UriKind.Relative);
    private static readonly Uri Incidents = new("/v1/incidents", UriKind.Relative);

    /// <summary>Imports a FeatureCollection.</summary>
    /// <returns>What the grid answered.</returns>
    public async Task<ImportReading> ImportAsync(byte[] features, CancellationToken cancellationToken)
    {
        using var body = new ByteArrayContent(features);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/geo+json");
        using var answer = await http.PostAsync(Cameras, body, cancellationToken);
        await RequireAsync(answer, HttpStatusCode.OK, cancellationToken);
        return (await answer.Content.ReadFromJsonAsync<ImportReading>(GridJson.Options, cancellationToken))!;
    }

    /// <summary>Reports which cameras do not record.</summary>
    public async Task ReportRecordingAsync(IEnumerable<RecordingReport> reports, CancellationToken cancellationToken)
    {
        var body = reports.Select(report => new { id = report.Camera.Id, report.Recording, report.At });
        using var answer = await http.PostAsJsonAsync(Recording, body, GridJson.Options, cancellationToken);
        await RequireAsync(answer, HttpStatusCode.OK, cancellationToken);
    }

    /// <summary>Posts an incident that is new.</summary>
    public async Task PostAsync(BenchIncident incident, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var body = new
        {
            source = BenchIncident.Source,
            number = incident.Number,
            agency = "apd",
            type = new { code = "LARCENY-FROM VEHICLE", scheme = "bench", text = "Larceny from vehicle" },
            priority = 3,
            area = new { type = "Point", coordinates = new[] { incident.Position.LngDeg, incident.Position.LatDeg } },
            radiusM = incident.RadiusM,
            window = new { from, to },
            reportedAt = to,
        };
        using var answer = await http.PostAsJsonAsync(Incidents, body, GridJson.Options, cancellationToken);
        await RequireAsync(answer, HttpStatusCode.Created, cancellationToken);
    }

    /// <summary>Asks for the coverage of an incident and takes the answer in as it comes.</summary>
    /// <returns>The answer's bytes.</returns>
    public async Task<byte[]> CoverageAsync(BenchIncident incident, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(incident.CoveragePath, cancellationToken);
        await RequireAsync(answer, HttpStatusCode.OK, cancellationToken);
        return await answer.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    /// <summary>Asks for the coverage of an area without an incident and reads the whole answer.</summary>
    /// <param name="question">The body in UTF-8.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer's bytes.</returns>
    public async Task<byte[]> CoverageAsync(ReadOnlyMemory<byte> question, CancellationToken cancellationToken)
    {
        using var body = new ReadOnlyMemoryContent(question);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await http.PostAsync(Coverage, body, cancellationToken);
        await RequireAsync(answer, HttpStatusCode.OK, cancellationToken);
        return await answer.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    /// <summary>Drafts a canvass.</summary>
    /// <returns>The path on which it is sent.</returns>
    public async Task<Uri> DraftAsync(BenchIncident incident, CancellationToken cancellationToken)
    {
        var path = new Uri($"/v1/incidents/{BenchIncident.Source}%3A{incident.Number}/canvass", UriKind.Relative);
        using var answer = await http.PostAsJsonAsync(path, new { reason = "larceny" }, GridJson.Options, cancellationToken);
        await RequireAsync(answer, HttpStatusCode.Created, cancellationToken);
        return new($"{answer.Headers.Location!.OriginalString}/send", UriKind.Relative);
    }

    /// <summary>Sends a drafted canvass and takes the answer in as it comes.</summary>
    public async Task SendAsync(Uri path, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsync(path, content: null, cancellationToken);
        await RequireAsync(answer, HttpStatusCode.Accepted, cancellationToken);
        await answer.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    /// <summary>Reports where units are, all of which must be taken.</summary>
    /// <param name="positions">The body in UTF-8.</param>
    /// <param name="count">How many there are in it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task ReportPositionsAsync(ReadOnlyMemory<byte> positions, int count, CancellationToken cancellationToken)
    {
        using var body = new ReadOnlyMemoryContent(positions);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await http.PostAsync(Positions, body, cancellationToken);
        await RequireAsync(answer, HttpStatusCode.Accepted, cancellationToken);
        var outcome = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        if (outcome.GetProperty("accepted").GetInt32() != count)
        {
            throw new InvalidOperationException($"Of {count} positions some were refused: {outcome}");
        }
    }

    private static async Task RequireAsync(HttpResponseMessage answer, HttpStatusCode expected, CancellationToken cancellationToken)
    {
        if (answer.StatusCode != expected)
        {
            throw new InvalidOperationException(
                $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri} answered {(int)answer.StatusCode} instead of "
                + $"{(int)expected}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        }
    }
}
