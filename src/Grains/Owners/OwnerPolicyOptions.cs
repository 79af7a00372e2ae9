namespace Canvass.Grains.Owners;

/// <summary>How often and when owners may be asked; bound from the configuration section <c>Canvass:Policy</c>.</summary>
public sealed class OwnerPolicyOptions
{
    /// <summary>How many asks an owner gets in seven days at most; 0: any number. Default 3. Further asks wait; none is dropped.</summary>
    public int AsksPerOwner { get; set; } = 3;

    /// <summary>The hours of the day, in the city's time zone, in which asks wait: <c>HH:mm-HH:mm</c>, or <c>none</c>. Default
    /// <c>21:00-08:00</c>.</summary>
    public string QuietHours { get; set; } = "21:00-08:00";

    /// <summary>Incidents of this priority or a more urgent one pass quiet hours; -1: none does. Default 1. The log says so each time.</summary>
    public int EmergencyPriority { get; set; } = 1;

    /// <summary>The city's time zone, an IANA name such as <c>America/New_York</c>; null, the default: the machine's.</summary>
    public string? TimeZone { get; set; }

    /// <summary>How long asks are kept after they ended, in days. Default 365.</summary>
    public int AskRetentionDays { get; set; } = 365;
}
