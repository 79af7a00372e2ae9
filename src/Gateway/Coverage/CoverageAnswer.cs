using Canvass.Contracts.Coverage;

namespace Canvass.Gateway.Coverage;

/// <summary>Which cameras see an area, what share of it, and what nobody sees.</summary>
public sealed record CoverageAnswer
{
    private const int ShareDigits = 4;

    /// <summary>The incident's id; absent where an area was asked about without one.</summary>
    public string? IncidentId { get; init; }

    /// <summary>When the question was answered.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Whether every part of the grid answered in time.</summary>
    public required bool Complete { get; init; }

    /// <summary>The area.</summary>
    public required CoveredArea Area { get; init; }

    /// <summary>What share of the area is seen.</summary>
    public required ShareAnswer Share { get; init; }

    /// <summary>How many of the cameras have footage of the window, by state; only in an answer about an area and a window without an incident.</summary>
    public FootageCounts? Footage { get; init; }

    /// <summary>The integrated cameras that see the area, whatever the state of their footage, nearest first.</summary>
    public required IReadOnlyList<SeenCameraAnswer> Cameras { get; init; }

    /// <summary>Households with registered cameras, bucketed by whole resolution-8 cell; cells that did not answer are left out.</summary>
    public required IReadOnlyList<RegisteredAnswer> Registered { get; init; }

    /// <summary>The resolution-11 cells inside the area whose centre no integrated camera's view contains.</summary>
    public required IReadOnlyList<string> Blind { get; init; }

    /// <summary>The cells of the grid that did not answer in time; absent where the answer is complete.</summary>
    public IReadOnlyList<string>? Missing { get; init; }

    /// <summary>Writes a report.</summary>
    public static CoverageAnswer Of(CoverageReport report) => new()
    {
        IncidentId = report.Incident?.Id,
        AsOf = report.AsOf,
        Complete = report.Complete,
        Area = new(Math.Round(report.AreaM2), [.. report.Cells.Select(cell => cell.ToString())]),
        Share = new(Round(report.Share.Integrated)),
        Footage = report.Footage,
        Cameras = [.. report.Cameras.Select(camera => SeenCameraAnswer.Of(camera, report.Incident is not null))],
        Registered = [.. report.Registered.Select(count => new RegisteredAnswer(count.Cell.ToString(), count.Households.Text))],
        Blind = [.. report.Blind.Select(cell => cell.ToString())],
        Missing = report.Complete ? null : [.. report.Missing.Select(cell => cell.ToString())],
    };

    /// <summary>A share, to four digits.</summary>
    internal static double Round(double share) => Math.Round(share, ShareDigits);
}
