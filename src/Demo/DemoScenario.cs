using Canvass.Client;
using Canvass.Client.Cameras;
using Canvass.Client.Rows;
using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Refusals;
using Canvass.Demo.Scenario;

namespace Canvass.Demo;

/// <summary>
/// Plays an hour of <see cref="DemoCity"/> into a grid: its cameras, an incident, and a canvass about it, which the demo sends in place of
/// the person who otherwise must. Every step can be repeated, so a run that broke off is completed by the next one, and a run after a
/// complete one changes nothing.
/// </summary>
public static class DemoScenario
{
    private const string CommandId = "demo";

    /// <summary>Plays what is not there yet.</summary>
    /// <param name="client">The grid.</param>
    /// <param name="time">The clock: the incident happened in the hour before its now.</param>
    /// <param name="progress">Told of every step; null for nobody.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <exception cref="RefusedException">The grid refused a step, for example because its policy forbids the demo's reason.</exception>
    public static async Task<DemoResult> RunAsync(
        CanvassClient client, TimeProvider time, IProgress<DemoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var import = default(ImportTotals);
        var outages = 0;
        var incident = await client.Incidents.GetAsync(DemoCity.IncidentKey).ConfigureAwait(false);
        var alreadyThere = incident is not null;
        if (incident is null)
        {
            import = await ImportAsync(client, progress, cancellationToken).ConfigureAwait(false);
            progress?.Report(new(DemoStage.Outages, import));
            outages = await ReportOutagesAsync(client, time.GetUtcNow()).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new(DemoStage.Incident, import));
            var outcome = await client.Incidents.ReportAsync(DemoCity.Incident(time.GetUtcNow())).ConfigureAwait(false);
            incident = outcome.Incident;
        }

        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new(DemoStage.Canvass, import));
        var canvass = await CanvassAsync(client, incident).ConfigureAwait(false);
        progress?.Report(new(DemoStage.Coverage, import));
        return new()
        {
            AlreadyThere = alreadyThere,
            Import = import,
            Outages = outages,
            Incident = await client.Incidents.GetAsync(DemoCity.IncidentKey).ConfigureAwait(false) ?? incident,
            Coverage = await client.Incidents.CoverageAsync(DemoCity.IncidentKey, cancellationToken).ConfigureAwait(false),
            Canvass = canvass,
        };
    }

    private static Task<ImportTotals> ImportAsync(
        CanvassClient client, IProgress<DemoProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new(DemoStage.Cameras, default));
        var rows = DemoCity.Cameras()
            .Select((camera, index) => new CameraRow(index + 1, camera.Key.Id, camera, new Dictionary<string, string[]>()))
            .ToAsyncEnumerable();
        return client.Cameras.ImportAsync(
            rows,
            row => throw new InvalidOperationException($"The grid refused the demo's camera {row.Id}: {row.Errors.Values.First()[0]}"),
            progress is null ? null : new ImportProgress(progress),
            cancellationToken);
    }

    private static async Task<int> ReportOutagesAsync(CanvassClient client, DateTimeOffset now)
    {
        var outages = DemoCity.Outages(now);
        var unknown = await client.Cameras.ReportRecordingAsync(outages).ConfigureAwait(false);
        return outages.Count - unknown.Count;
    }

    private static async Task<CanvassSummary?> CanvassAsync(CanvassClient client, Incident incident)
    {
        if (incident.Status != IncidentStatus.Active)
        {
            return incident.Canvasses is [var first, ..] ? await client.Incidents.GetCanvassAsync(first.Key).ConfigureAwait(false) : null;
        }

        var draft = await client.Incidents.DraftCanvassAsync(
            DemoCity.IncidentKey, new("larceny", "Sent by the demo, in place of a person.", CommandId)).ConfigureAwait(false);
        return draft.State == CanvassState.Draft
            ? await client.Incidents.SendCanvassAsync(draft.Key).ConfigureAwait(false)
            : await client.Incidents.GetCanvassAsync(draft.Key).ConfigureAwait(false) ?? draft;
    }

    private sealed class ImportProgress(IProgress<DemoProgress> progress) : IProgress<ImportTotals>
    {
        /// <inheritdoc/>
        public void Report(ImportTotals value) => progress.Report(new(DemoStage.Cameras, value));
    }
}
