using Microsoft.Extensions.Options;

namespace Canvass.Grains.Owners;

/// <summary>Decides when an owner may be asked.</summary>
internal sealed class OwnerPolicy(IOptions<OwnerPolicyOptions> options)
{
    /// <summary>The time in which <see cref="OwnerPolicyOptions.AsksPerOwner"/> counts.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromDays(7);

    private readonly TimeZoneInfo _zone = options.Value.TimeZone is { } id ? TimeZoneInfo.FindSystemTimeZoneById(id) : TimeZoneInfo.Local;
    private readonly QuietHours _quietHours = QuietHours.TryParse(options.Value.QuietHours, out var hours) ? hours : default;

    /// <summary>How many asks an owner gets in a period; 0: any number.</summary>
    public int AsksPerOwner => options.Value.AsksPerOwner;

    /// <summary>The hours in which asks wait.</summary>
    public QuietHours QuietHours => _quietHours;

    /// <summary>Whether an incident is so urgent that quiet hours do not hold up its asks.</summary>
    /// <param name="priority">The incident's priority, the lower the more urgent; null if its source gives none.</param>
    public bool PassesQuietHours(int? priority) => priority <= options.Value.EmergencyPriority;

    /// <summary>The earliest moment, from now on, at which an owner may get another ask.</summary>
    /// <param name="now">The present moment.</param>
    /// <param name="delivered">When the owner got the asks of the last period.</param>
    /// <param name="passesQuietHours">Whether quiet hours do not matter.</param>
    public DateTimeOffset Earliest(DateTimeOffset now, IEnumerable<DateTimeOffset> delivered, bool passesQuietHours)
    {
        var earliest = now;
        if (AsksPerOwner > 0)
        {
            var recent = delivered.Where(at => at > now - Period).OrderDescending().Take(AsksPerOwner).ToList();
            if (recent.Count == AsksPerOwner)
            {
                earliest = recent[^1] + Period;
            }
        }

        return passesQuietHours ? earliest : _quietHours.NextOutside(earliest, _zone);
    }
}
