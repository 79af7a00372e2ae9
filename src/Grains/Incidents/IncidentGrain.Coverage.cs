using System.Runtime.CompilerServices;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.Coverage;
using Canvass.Grains.Coverage;

namespace Canvass.Grains.Incidents;

/// <summary>Who saw an incident.</summary>
internal sealed partial class IncidentGrain
{
    /// <inheritdoc/>
    public async Task<CoverageReport> CoverageAsync(CancellationToken cancellationToken = default)
    {
        var report = Known();
        return await survey.ReportAsync(report.Area, report.Window, Key, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CoveragePart> CoveragePartsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var report = Known();
        SurveyStep? last = null;
        await foreach (var step in survey.RunStepwiseAsync(report.Area, report.Window, cancellationToken))
        {
            last = step;
            yield return new()
            {
                Answered = step.Answered,
                Asked = step.Asked,
                Cameras = [.. step.New.Where(sighting => sighting.Entry.Tier == CameraTier.Integrated)
                    .Select(sighting => CoverageReports.ToSeen(step.Findings, sighting))],
            };
        }

        if (last is { } end)
        {
            yield return new() { Answered = end.Answered, Asked = end.Asked, Report = CoverageReports.Make(end.Findings, Key) };
        }
    }
}
