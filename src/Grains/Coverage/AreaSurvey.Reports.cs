using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;
using Canvass.Contracts.Times;

namespace Canvass.Grains.Coverage;

/// <summary>From a survey of integrated cameras to the report of it. Asking the cells and working out the report may each take as long as the
/// deadline of coverage, and end with it.</summary>
internal sealed partial class AreaSurvey
{
    /// <summary>The report of an area.</summary>
    /// <param name="area">Where.</param>
    /// <param name="window">When; null if only the place matters.</param>
    /// <param name="incident">The incident that the question is bound to, if any.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="GridUnavailableException">Too many wide questions are under way, or the report took too long.</exception>
    public async Task<CoverageReport> ReportAsync(IncidentArea area, TimeWindow? window, IncidentKey? incident, CancellationToken cancellationToken)
    {
        var survey = Prepare(area, window, SurveyScope.Integrated);
        using var place = await wide.EnterAsync(survey.Cells.Count, cancellationToken);
        return await WorkOutAsync(await CompleteAsync(survey, cancellationToken), incident, cancellationToken);
    }

    /// <summary>The integrated cameras that see an area, nearest first.</summary>
    /// <exception cref="GridUnavailableException">Too many wide questions are under way.</exception>
    public async Task<CamerasInView> ListAsync(IncidentArea area, CancellationToken cancellationToken)
    {
        var survey = Prepare(area, null, SurveyScope.Integrated);
        using var place = await wide.EnterAsync(survey.Cells.Count, cancellationToken);
        return CoverageReports.List(await CompleteAsync(survey, cancellationToken));
    }

    /// <summary>The report of an area, a part for every cell that answers and the report as the last part. The work goes on at its own pace: a caller who
    /// is slow to take the parts keeps no other waiting.</summary>
    /// <inheritdoc cref="ReportAsync"/>
    public async IAsyncEnumerable<CoveragePart> ReportStepwiseAsync(
        IncidentArea area, TimeWindow? window, IncidentKey? incident, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var parts = Channel.CreateUnbounded<CoveragePart>();
        var work = WritePartsAsync(Prepare(area, window, SurveyScope.Integrated), incident, parts.Writer, left.Token);
        try
        {
            await foreach (var part in parts.Reader.ReadAllAsync(cancellationToken))
            {
                yield return part;
            }
        }
        finally
        {
            await left.CancelAsync();
            await work;
        }
    }

    private async Task WritePartsAsync(Survey survey, IncidentKey? incident, ChannelWriter<CoveragePart> parts, CancellationToken cancellationToken)
    {
        try
        {
            using var place = await wide.EnterAsync(survey.Cells.Count, cancellationToken);
            var answered = 0;
            await foreach (var step in RunAsync(survey, cancellationToken))
            {
                answered = step.Answered;
                await parts.WriteAsync(
                    new()
                    {
                        Answered = step.Answered,
                        Asked = step.Asked,
                        Cameras = [.. step.New.Select(sighting => CoverageReports.ToSeen(step.Findings, sighting))],
                    }, cancellationToken);
            }

            var report = await WorkOutAsync(survey.Findings, incident, cancellationToken);
            await parts.WriteAsync(new() { Answered = answered, Asked = survey.Cells.Count, Report = report }, cancellationToken);
            parts.Complete();
        }
        catch (Exception exception)
        {
            parts.Complete(exception);
        }
    }

    /// <summary>Works out a report outside of the grain's turn, so that the grain answers others meanwhile.</summary>
    private async Task<CoverageReport> WorkOutAsync(SurveyFindings findings, IncidentKey? incident, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.Value.CoverageDeadline, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await Task.Run(() => CoverageReports.Make(findings, incident, end.Token), end.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GridUnavailableException(
                $"The views of {findings.Sightings.Count} cameras could not be put together in time: ask about a smaller area.", false);
        }
    }
}
