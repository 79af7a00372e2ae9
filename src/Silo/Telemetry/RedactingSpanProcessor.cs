using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace Canvass.Silo.Telemetry;

/// <summary>
/// Takes from finished spans whatever might tell of a camera, an owner or an incident: paths and grain keys hold their ids, and messages of
/// exceptions quote them. What stays is what is known to be harmless, so that a tag which a library's next version invents goes too.
/// </summary>
internal sealed class RedactingSpanProcessor : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Harmless = FrozenSet.ToFrozenSet(
    [
        "canvass.destination", "canvass.cells",
        "error.type", "exception.type", "status",
        "http.request.method", "http.response.status_code", "http.route", "network.protocol.version", "url.scheme",
        "orleans.grain.type", "orleans.placement.filter.type", "orleans.rpc.service",
        "orleans.storage.provider", "orleans.storage.state.name", "orleans.storage.state.type",
        "rpc.method", "rpc.service", "rpc.system", "rpc.system.name",
    ]);

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        List<string>? telling = null;
        foreach (var tag in data.EnumerateTagObjects())
        {
            if (!Harmless.Contains(tag.Key))
            {
                (telling ??= []).Add(tag.Key);
            }
        }

        foreach (var tag in telling ?? [])
        {
            data.SetTag(tag, null);
        }

        // Without its description, which may be an exception's message.
        data.SetStatus(data.Status);
        if (HasTellingEvent(data))
        {
            // What was noted of an event can be neither changed nor taken back: then the span is not exported.
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }

    private static bool HasTellingEvent(Activity span)
    {
        foreach (ref readonly var happened in span.EnumerateEvents())
        {
            foreach (ref readonly var tag in happened.EnumerateTagObjects())
            {
                if (!Harmless.Contains(tag.Key))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
