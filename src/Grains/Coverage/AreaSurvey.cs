using System.Runtime.CompilerServices;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Times;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Scenes;
using Canvass.Grains.Cameras;
using Canvass.Grains.Cells;
using Canvass.Grains.Grid;
using Canvass.Grains.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Canvass.Grains.Coverage;

/// <summary>Asks the cells that an area touches, a bounded number at a time and until a deadline, and gathers what they answer.</summary>
internal sealed partial class AreaSurvey(
    IGrainFactory grains, IOptions<GridOptions> options, TimeProvider time, GridMeter meter, ILogger<AreaSurvey> logger)
{
    /// <summary>Asks all cells and answers when all have answered, failed or run out of time.</summary>
    public async Task<SurveyFindings> RunAsync(IncidentArea area, TimeWindow? window, SurveyScope scope, CancellationToken cancellationToken)
    {
        SurveyFindings? findings = null;
        await foreach (var step in RunStepwiseAsync(area, window, cancellationToken))
        {
            findings = step.Findings;
        }

        return findings!;
    }

    /// <summary>The same, a step for every cell that answers; the last step's findings are complete.</summary>
    public async IAsyncEnumerable<SurveyStep> RunStepwiseAsync(
        IncidentArea area, TimeWindow? window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var question = new CellQuestion(area, window, time.GetUtcNow());
        var scene = new Scene(area.ToArea());
        var findings = new SurveyFindings(scene, scene.Cells(CameraPlacement.CanonicalResolution), question.Now);
        var cells = CellsToAsk(findings.Cells);
        using var activity = GridActivities.StartCoverage(cells.Count);

        // Not disposed of: where the caller leaves early, calls that are still under way give their places back.
        var places = new SemaphoreSlim(options.Value.CoverageFanOut);
        var calls = cells.Select(cell => AskAsync(cell, question, places, started, cancellationToken)).ToList();
        var answered = 0;
        await foreach (var call in Task.WhenEach(calls).WithCancellation(cancellationToken))
        {
            var (cell, answer) = await call;
            answered++;
            yield return new(answered, calls.Count, findings.Take(cell, answer), findings);
        }

        meter.CoverageAnswered(time.GetElapsedTime(started), calls.Count, findings.Missing.Count == 0);
    }

    /// <summary>The parents of the resolution-9 cells that the area touches, and whatever else makes the counted cells whole. Covering at
    /// the coarser resolution directly would lose cameras: hexagons do not nest exactly.</summary>
    private List<H3Index> CellsToAsk(IReadOnlyList<H3Index> touched)
    {
        var resolution = options.Value.CellResolution;
        var counted = touched.Select(cell => cell.CellToParent(RegisteredCount.Resolution)).Distinct();
        return [.. resolution <= RegisteredCount.Resolution
            ? counted.Select(cell => cell.CellToParent(resolution)).Distinct()
            : counted.SelectMany(cell => cell.CellToChildren(resolution)).Distinct()];
    }

    private async Task<(H3Index Cell, CellAnswer? Answer)> AskAsync(
        H3Index cell, CellQuestion question, SemaphoreSlim places, long started, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            var left = options.Value.CoverageDeadline - time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
            {
                return (cell, null);
            }

            var asked = grains.GetGrain<ICellGrain>(new CellKey(cell).ToString()).AskAsync(question);
            return (cell, await asked.WaitAsync(left, time, cancellationToken));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogCellSilent(exception.GetType().FullName);
            return (cell, null);
        }
        finally
        {
            places.Release();
        }
    }

    [LoggerMessage(1101, LogLevel.Warning, "A cell did not answer a question of coverage: {Exception}.")]
    private partial void LogCellSilent(string? exception);
}
