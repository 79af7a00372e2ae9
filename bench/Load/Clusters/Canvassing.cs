using System.Diagnostics;
using Canvass.Load.City;
using Canvass.Load.Measuring;

namespace Canvass.Load.Clusters;

/// <summary>Drafts and sends canvasses, and waits after each block until every ask is in its owner's inbox.</summary>
/// <param name="service">Who does it.</param>
/// <param name="incidents">One for each canvass.</param>
/// <param name="city">The city.</param>
/// <param name="reports">Whether the incidents are reported as part of the work; otherwise the service knows them.</param>
internal sealed class Canvassing(ICanvassService service, IReadOnlyList<BenchIncident> incidents, BenchCity city, bool reports)
{
    private int _next = -1;

    /// <summary>Who does it.</summary>
    public ICanvassService Service => service;

    /// <summary>How long drafts took.</summary>
    public Latencies Drafts { get; } = new();

    /// <summary>How long sendings took until they were acknowledged.</summary>
    public Latencies Sends { get; } = new();

    /// <summary>The asks.</summary>
    public Settling Asks { get; } = new(service.Database);

    /// <summary>Does a piece of the work.</summary>
    /// <param name="client">The client's number.</param>
    /// <param name="question">The number of the piece in its block.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task CanvassAsync(int client, int question, CancellationToken cancellationToken)
    {
        var incident = incidents[Interlocked.Increment(ref _next)];
        var http = service.Http(client);
        if (reports)
        {
            await http.PostAsync(incident, city.WindowFrom, city.WindowTo, cancellationToken);
        }

        var began = Stopwatch.GetTimestamp();
        var path = await http.DraftAsync(incident, cancellationToken);
        Drafts.Add(Stopwatch.GetElapsedTime(began));
        began = Stopwatch.GetTimestamp();
        await http.SendAsync(path, cancellationToken);
        Sends.Add(Stopwatch.GetElapsedTime(began));
        Asks.Expect(incident.Owners);
    }

    /// <summary>Waits until the asks of a block have arrived, and counts them.</summary>
    public async Task SettleAsync(long began, CancellationToken cancellationToken)
    {
        var acknowledged = Stopwatch.GetElapsedTime(began);
        Drafts.AddElapsed(acknowledged);
        Sends.AddElapsed(acknowledged);
        await Asks.SettleAsync(began, cancellationToken);
    }
}
