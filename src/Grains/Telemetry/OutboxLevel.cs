using System.Runtime.CompilerServices;

namespace Canvass.Grains.Telemetry;

/// <summary>What the incidents that are active in this process have yet to deliver. It keeps no incident alive: one that went without a word
/// drops out by itself. Safe to use from any thread.</summary>
internal sealed class OutboxLevel(TimeProvider time)
{
    private readonly ConditionalWeakTable<object, Outstanding> _incidents = [];

    /// <summary>Says what an incident has outstanding.</summary>
    /// <param name="incident">The activation, which is only held weakly.</param>
    /// <param name="asks">How many asks; none takes the incident out.</param>
    /// <param name="since">Since when the oldest of them has.</param>
    public void Note(object incident, int asks, DateTimeOffset since)
    {
        if (asks > 0)
        {
            _incidents.AddOrUpdate(incident, new(asks, since));
        }
        else
        {
            _incidents.Remove(incident);
        }
    }

    /// <summary>Takes an incident out that is active here no longer.</summary>
    public void Forget(object incident) => _incidents.Remove(incident);

    /// <summary>All asks outstanding, and for how long the oldest of them has been.</summary>
    public (int Asks, TimeSpan Oldest) Measure()
    {
        var now = time.GetUtcNow();
        var asks = 0;
        var oldest = TimeSpan.Zero;
        foreach (var (_, outstanding) in _incidents)
        {
            asks += outstanding.Asks;
            var age = now - outstanding.Since;
            oldest = age > oldest ? age : oldest;
        }

        return (asks, oldest);
    }

    private sealed record Outstanding(int Asks, DateTimeOffset Since);
}
