using System.Globalization;
using System.Text.RegularExpressions;
using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Scenes;

namespace Canvass.Grains.Canvasses;

/// <summary>The limits of a canvass: the defaults of policy, until agencies publish their own.</summary>
internal static partial class CanvassPolicy
{
    /// <summary>The radius of the largest area, in metres (0.5 square miles).</summary>
    public const double MaxRadiusM = 650;

    /// <summary>How many canvasses of one incident may be sent.</summary>
    public const int MaxSent = 2;

    /// <summary>How many drafts of one incident are kept; an older one makes place.</summary>
    public const int MaxDrafts = 5;

    /// <summary>The longest window.</summary>
    public static readonly TimeSpan MaxWindow = TimeSpan.FromHours(12);

    /// <summary>How long an ask can be answered, at most.</summary>
    public static readonly TimeSpan AskLifetime = TimeSpan.FromDays(10);

    /// <summary>When a canvass counts as delivered: the first full minute at least 60 s after it was sent. A fixed clock tells nothing about who was
    /// asked, or whether anybody was.</summary>
    public static DateTimeOffset DeliveredAt(DateTimeOffset sentAt)
    {
        var earliest = sentAt.AddSeconds(60);
        var past = earliest.UtcTicks % TimeSpan.TicksPerMinute;
        return past == 0 ? earliest : earliest.AddTicks(TimeSpan.TicksPerMinute - past);
    }

    /// <summary>Purposes for which nobody may be asked, whatever an agency's own list says.</summary>
    private static readonly HashSet<string> Prohibited = new(StringComparer.OrdinalIgnoreCase)
    {
        "assembly", "lawful-assembly", "protest", "demonstration", "rally", "picket", "march", "religion", "worship", "political-activity",
        "immigration", "immigration-enforcement", "reproductive-health", "journalism", "union-activity",
    };

    /// <summary>Notes what is wrong with a request.</summary>
    /// <exception cref="RefusedException">The purpose is prohibited.</exception>
    public static void CheckRequest(CanvassRequest request)
    {
        var errors = new FieldErrors();
        errors.Require(request.Reason is not null && ReasonCode().IsMatch(request.Reason), "reason",
            $"'{request.Reason}' is not a reason code: give 1 to 64 letters, digits, '-', '_' and '.', for example 'missing-person'.");
        TextRules.CheckLength(request.Note, 2_000, "note", errors);
        TextRules.CheckLength(request.CommandId, 128, "Idempotency-Key", errors);
        errors.ThrowIfAny();
        errors.Require(!Prohibited.Contains(request.Reason!), "reason",
            $"'{request.Reason}' is on the list of prohibited purposes: nobody may be asked for footage for it.");
        errors.ThrowIfAny(RefusalKind.Forbidden);
    }

    /// <summary>Refuses areas and windows that are too large for one person to decide.</summary>
    /// <exception cref="RefusedException">Area or window are over the limits.</exception>
    public static void CheckExtent(IncidentReport report)
    {
        var errors = new FieldErrors();
        var areaM2 = new Scene(report.Area.ToArea()).AreaM2;
        var most = Math.PI * MaxRadiusM * MaxRadiusM;
        errors.Require(areaM2 <= most * 1.001, "area", string.Create(CultureInfo.InvariantCulture,
            $"{areaM2:F0} m² are over the {most:F0} m² (a radius of {MaxRadiusM} m) that a canvass may cover without a supervisor's approval: report a smaller area."));
        errors.Require(report.Window.To - report.Window.From <= MaxWindow, "window", string.Create(CultureInfo.InvariantCulture,
            $"{(report.Window.To - report.Window.From).TotalHours:0.#} h are over the {MaxWindow.TotalHours} h that a canvass may ask about without a supervisor's approval: report a shorter window."));
        errors.ThrowIfAny(RefusalKind.Forbidden);
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    private static partial Regex ReasonCode();
}
