using System.Runtime.CompilerServices;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Times;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Scenes;
using Canvass.Grains.Cells;
using Canvass.Grains.Registry;
using Canvass.Grains.Settings;
using Canvass.Grains.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Canvass.Grains.Coverage;

/// <summary>Asks the cells that an area touches, a bounded number at a time and until a deadline, and gathers what they answer.</summary>
internal sealed partial class AreaSurvey(
    IGrainFactory grains, IOptions<GridOptions> options, WideSurveys wide, TimeProvider time, GridMeter meter, ILogger<AreaSurvey> logger)
{
    /// <summary>The smallest area in which homes are asked, in square metres.</summary>
    private const double MinHomesAreaM2 = 100_000;

    /// <summary>Asks all cells and answers when all have answered, failed or run out of time.</summary>
    public Task<SurveyFindings> RunAsync(IncidentArea area, TimeWindow? window, SurveyScope scope, CancellationToken cancellationToken) =>
        CompleteAsync(Prepare(area, window, scope), cancellationToken);

    private async Task<SurveyFindings> CompleteAsync(Survey survey, CancellationToken cancellationToken)
    {
        await foreach (var _ in RunAsync(survey, cancellationToken))
        {
            // The last step's findings are complete.
        }

        return survey.Findings;
    }

    private Survey Prepare(IncidentArea area, TimeWindow? window, SurveyScope scope)
    {
        var scene = new Scene(area.ToArea());
        var homes = scope == SurveyScope.IntegratedAndHomes ? HomesArea(area, scene) : null;
        var question = new CellQuestion(area, window, time.GetUtcNow(), homes);
        var findings = new SurveyFindings(scene, scene.Cells(CameraPlacement.CanonicalResolution), question.Now, window is not null, scope);
        return new(question, findings, CellsToAsk(homes is null || homes == area
            ? findings.Cells
            : [.. findings.Cells.Union(new Scene(homes.ToArea()).Cells(CameraPlacement.CanonicalResolution))]));
    }

    private async IAsyncEnumerable<SurveyStep> RunAsync(Survey survey, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var activity = GridActivities.StartCoverage(survey.Cells.Count);

        // Not disposed of: if the caller leaves early, calls that are still under way give their places back.
        var places = new SemaphoreSlim(options.Value.CoverageFanOut);
        var calls = survey.Cells.Select(cell => AskAsync(cell, survey.Question, places, started, cancellationToken)).ToList();
        var answered = 0;
        await foreach (var call in Task.WhenEach(calls).WithCancellation(cancellationToken))
        {
            var (cell, answer) = await call;
            answered++;
            yield return new(answered, calls.Count, survey.Findings.Take(cell, answer), survey.Findings);
        }

        meter.CoverageAnswered(time.GetElapsedTime(started), calls.Count, survey.Findings.Missing.Count == 0);
    }

    /// <summary>Where homes are looked for: in the area, widened to <see cref="MinHomesAreaM2"/> if it is smaller, so that no small area singles out a
    /// home.</summary>
    private static IncidentArea HomesArea(IncidentArea area, Scene scene) => scene.AreaM2 >= MinHomesAreaM2
        ? area
        : IncidentArea.Circle(scene.Centre, Math.Max(Math.Sqrt(MinHomesAreaM2 / Math.PI), scene.ExtentM));

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

    private sealed record Survey(CellQuestion Question, SurveyFindings Findings, IReadOnlyList<H3Index> Cells);
}
