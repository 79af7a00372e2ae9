using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.Json;
using Canvass.Geo.Positions;
using Canvass.Load.City;
using Canvass.Load.Measuring;

namespace Canvass.Load.Import;

/// <summary>Asks who sees a place, and judges every answer by what was acknowledged before the question.</summary>
/// <param name="http">A gateway.</param>
/// <param name="index">All cameras that there will ever be.</param>
internal sealed class CoverageProbe(HttpClient http, CameraIndex index)
{
    private const double RadiusM = 250;
    private static readonly Uri Coverage = new("/v1/coverage", UriKind.Relative);

    /// <summary>How long answers took.</summary>
    public Latencies Latencies { get; } = new();

    /// <summary>How many answers said of themselves that a part of the grid was missing.</summary>
    public int Partial { get; private set; }

    /// <summary>How many questions were answered 503, or not at all.</summary>
    public int Unanswered { get; private set; }

    /// <summary>How many cameras the answers named.</summary>
    public int Named { get; private set; }

    /// <summary>What was wrong with answers.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>Asks once a second at another place, until it is cancelled.</summary>
    public async Task RunAsync(ImportProgress progress, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            for (var number = 0; await timer.WaitForNextTickAsync(cancellationToken); number++)
            {
                await AskAsync(MetroCameras.AskedAt(number), progress.Acknowledged, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The import is done.
        }
    }

    /// <summary>Asks at a place.</summary>
    /// <param name="place">Where.</param>
    /// <param name="acknowledged">How many cameras have to be known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task AskAsync(LatLng place, int acknowledged, CancellationToken cancellationToken)
    {
        var asked = Stopwatch.GetTimestamp();
        var body = new { area = new { type = "Point", coordinates = new[] { place.LngDeg, place.LatDeg } }, radiusM = RadiusM };
        using var answer = await http.PostAsJsonAsync(Coverage, body, GridJson.Options, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            Unanswered++;
            return;
        }

        var report = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        Latencies.Add(Stopwatch.GetElapsedTime(asked));
        Latencies.AddElapsed(Stopwatch.GetElapsedTime(asked));
        Judge(place, acknowledged, report);
    }

    private void Judge(LatLng place, int acknowledged, JsonElement report)
    {
        var complete = report.GetProperty("complete").GetBoolean();
        Partial += complete ? 0 : 1;
        var named = report.GetProperty("cameras").EnumerateArray().Select(camera => camera.GetProperty("id").GetString()!).ToHashSet();
        Named += named.Count;
        var seeing = index.Seeing(place, RadiusM).Where(seen => seen.Camera.Tier == CameraTier.Integrated)
            .Select(seen => (seen.Number, seen.Camera.Key.Id)).ToList();
        var missing = complete ? seeing.Where(camera => camera.Number < acknowledged && !named.Contains(camera.Id)).ToList() : [];
        named.ExceptWith(seeing.Select(camera => camera.Id));
        if (missing.Count > 0 || named.Count > 0)
        {
            Wrong.Add(FormattableString.Invariant(
                $"{place.LatDeg}, {place.LngDeg} after {acknowledged}: {missing.Count} cameras are missing, {named.Count} do not see it."));
        }
    }
}
