using Canvass.Contracts.Coverage;

namespace Canvass.Grains.Incidents;

/// <summary>Who saw an incident.</summary>
internal sealed partial class IncidentGrain
{
    /// <inheritdoc/>
    public Task<CoverageReport> CoverageAsync(CancellationToken cancellationToken = default) =>
        survey.ReportAsync(Known().Area, Known().Window, Key, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<CoveragePart> CoveragePartsAsync(CancellationToken cancellationToken = default) =>
        survey.ReportStepwiseAsync(Known().Area, Known().Window, Key, cancellationToken);
}
