using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.Json;
using Canvass.Load.Grid;
using Canvass.Load.Reporting;

namespace Canvass.Load.Import;

/// <summary>Imports numbered cameras through the HTTP API, many a request.</summary>
/// <param name="http">Connects to the API.</param>
/// <param name="cameras">How many; they are numbered from 0.</param>
/// <param name="camera">A camera by its number.</param>
/// <param name="say">Gets a line after each request.</param>
internal sealed class StreamedImport(HttpClient http, int cameras, Func<int, Camera> camera, Action<string> say)
{
    private const int CamerasARequest = 50_000;
    private static readonly Uri Path = new("/v1/cameras:import", UriKind.Relative);

    /// <summary>Imports all of them.</summary>
    /// <param name="progress">Gets the number of acknowledged cameras; null: nobody does.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The speed; the slowest and the fastest request in cameras a second; how many requests were repeated after a 503.</returns>
    public async Task<(ImportSpeed Speed, (double Slowest, double Fastest) Requests, int Repeated)> RunAsync(
        ImportProgress? progress, CancellationToken cancellationToken)
    {
        var rates = new List<double>();
        var repeated = 0;
        var began = Stopwatch.GetTimestamp();
        for (var from = 0; from < cameras;)
        {
            var count = Math.Min(CamerasARequest, cameras - from);
            var asked = Stopwatch.GetTimestamp();
            if (!await TryImportAsync(from, count, cancellationToken))
            {
                repeated++;
                continue;
            }

            rates.Add(count / Stopwatch.GetElapsedTime(asked).TotalSeconds);
            progress?.Add(count);
            from += count;
            say(FormattableString.Invariant($"{from} of {cameras} cameras, {rates[^1]:F0}/s"));
        }

        return (new(cameras, Stopwatch.GetElapsedTime(began).TotalSeconds), (rates.Min(), rates.Max()), repeated);
    }

    /// <summary>Imports some; false if the grid asks to repeat it.</summary>
    private async Task<bool> TryImportAsync(int from, int count, CancellationToken cancellationToken)
    {
        using var body = new CameraStream(camera, from, count);
        using var answer = await http.PostAsync(Path, body, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            return false;
        }

        var reading = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<ImportReading>(GridJson.Options, cancellationToken);
        return reading!.Imported + reading.Unchanged == count
            ? true
            : throw new InvalidOperationException($"Of {count} cameras the grid took in {reading}.");
    }
}
