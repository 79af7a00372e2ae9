using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Canvass.Cluster.Tests.Load;

namespace Canvass.Cluster.Tests.Verification;

/// <summary>Compares the ledger of what was acknowledged with what the grid holds.</summary>
internal sealed class Verifier(RestingGrid resting, GridLoad load)
{
    private const int Delivered = 1;

    // What a lost silo had claimed waits until its lease ends, and what failed is tried again after a pause that doubles.
    private static readonly TimeSpan OutboxTimeout = TimeSpan.FromMinutes(3);

    /// <summary>Looks for every acknowledged incident in the database, also while clients go on.</summary>
    public async Task<Verdict> LookIntoDatabaseAsync()
    {
        var ledger = load.Ledger;
        var incidents = await resting.IncidentsAsync();
        var index = await resting.IndexAsync();
        return new()
        {
            Incidents = ledger.Count(entry => entry.Acknowledged > 0),
            Lost = [.. ledger.Select(entry =>
                entry.Incident.Fault(entry.Acknowledged, incidents.GetValueOrDefault($"inc/{LedgerIncident.Source}/{entry.Incident.Number}"))
                    is { } fault ? $"state: {fault}"
                : entry.Incident.Fault(entry.Acknowledged, index.GetValueOrDefault(entry.Incident.Id)) is { } listed ? $"index: {listed}"
                : null).OfType<string>()],
        };
    }

    /// <summary>Looks for everything, after the clients have ended. Until the outbox is empty nobody calls the grid, so that nothing but its own
    /// dispatchers moves it.</summary>
    public async Task<Verdict> LookEverywhereAsync()
    {
        await OutboxEmptyAsync();
        var asks = await resting.AsksAsync();
        var received = asks.Where(ask => ask.State == Delivered).Select(ask => (ask.Incident, ask.Owner)).ToHashSet();
        var database = await LookIntoDatabaseAsync();
        var throughDoors = await LookThroughDoorsAsync();
        return database with
        {
            Asks = asks.Count,
            Lost = [.. database.Lost, .. throughDoors],
            Missing = [.. Expected().Where(ask => !received.Contains(ask)).Select(ask => $"{ask.Incident} to {ask.Owner}")],
            Doubled = [.. asks.CountBy(ask => (ask.Incident, ask.Owner)).Where(pair => pair.Value > 1).Select(pair => $"{pair.Key} is asked {pair.Value} times")],
        };
    }

    /// <summary>The asks of acknowledged sends, worked out from the city.</summary>
    private IEnumerable<(string Incident, string Owner)> Expected() => load.Ledger.Select(entry => entry.Incident)
        .Where(incident => incident.CanvassSent)
        .SelectMany(incident => load.City
            .Where(camera => (!camera.IsIntegrated || !incident.IsPartial) && camera.SurelySees(incident.Place, GridLoad.RadiusM))
            .Select(camera => (incident.Id, camera.Owner)).Distinct());

    private async Task OutboxEmptyAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var started = Stopwatch.GetTimestamp();
        while (await resting.OutstandingAsync() > 0 && Stopwatch.GetElapsedTime(started) < OutboxTimeout)
        {
            await timer.WaitForNextTickAsync();
        }
    }

    private async Task<IReadOnlyCollection<string>> LookThroughDoorsAsync()
    {
        var faults = new ConcurrentQueue<string>();
        var doors = load.Doors.All;
        await Parallel.ForEachAsync(
            load.Ledger.Where(entry => entry.Acknowledged > 0).Index(), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (entry, _) =>
            {
                var (i, (incident, acknowledged)) = entry;
                var door = doors[i % doors.Count];
                var answer = await load.Doors.AskAsync(
                    "a last look", () => new(HttpMethod.Get, $"/v1/incidents/{Uri.EscapeDataString(incident.Id)}"), (status, _) => status is HttpStatusCode.OK, door);
                if (answer is null || incident.Fault(acknowledged, FoundIncident.Of(answer)) is not null)
                {
                    faults.Enqueue($"{door.Node.Name}: {(answer is null ? $"{incident.Id} is not answered" : incident.Fault(acknowledged, FoundIncident.Of(answer)))}");
                }
            });
        return faults;
    }
}
