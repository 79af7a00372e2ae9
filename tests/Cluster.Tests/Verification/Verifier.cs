using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Canvass.Cluster.Tests.Load;

namespace Canvass.Cluster.Tests.Verification;

/// <summary>Compares the ledger of what was acknowledged with what the grid holds.</summary>
internal sealed class Verifier(RestingGrid resting, GridLoad load)
{
    // Asks of a lost silo wait for their reminder, which comes once a minute, and owners that failed are tried again after up to half of one.
    private static readonly TimeSpan PumpTimeout = TimeSpan.FromMinutes(3);

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

    /// <summary>Looks for everything, after the clients have ended. Until every ask is delivered nobody calls the grid, so that nothing but its
    /// own reminders moves it.</summary>
    public async Task<Verdict> LookEverywhereAsync()
    {
        var asks = await DeliveredAsync();
        var inboxes = await resting.InboxesAsync();
        var database = await LookIntoDatabaseAsync();
        var throughDoors = await LookThroughDoorsAsync();
        return database with
        {
            Asks = asks.Count,
            Lost = [.. database.Lost, .. throughDoors],
            Missing = [.. asks.Where(ask => Received(ask) == 0).Select(Words), .. SendsWithoutTrace(asks)],
            Doubled = [.. asks.Where(ask => Received(ask) > 1).Select(Words), .. asks.CountBy(ask => (Incident(ask), ask.Owner))
                .Where(pair => pair.Value > 1).Select(pair => $"{pair.Key} is asked {pair.Value} times")],
        };

        int Received((string Canvass, string Owner, string State) ask) => inboxes.GetValueOrDefault((Incident(ask), ask.Owner));
    }

    private static string Incident((string Canvass, string Owner, string State) ask) => ask.Canvass[..ask.Canvass.LastIndexOf(':')];

    private static string Words((string Canvass, string Owner, string State) ask) => $"{ask.Canvass} to {ask.Owner}, {ask.State}";

    /// <summary>Waits until the outboxes are empty.</summary>
    private async Task<List<(string Canvass, string Owner, string State)>> DeliveredAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var asks = await resting.AsksAsync();
            if (asks.TrueForAll(ask => ask.State == "delivered") || Stopwatch.GetElapsedTime(started) > PumpTimeout)
            {
                return asks;
            }

            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Sends that were acknowledged, of which the database knows nothing.</summary>
    private IEnumerable<string> SendsWithoutTrace(List<(string Canvass, string Owner, string State)> asks)
    {
        var known = asks.Select(ask => ask.Canvass).ToHashSet();
        return load.Ledger.Select(entry => entry.Incident)
            .Where(incident => incident is { CanvassSent: true, HasOwners: true } && !known.Contains(incident.Canvass!))
            .Select(incident => $"{incident.Canvass} was sent, but is not");
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
