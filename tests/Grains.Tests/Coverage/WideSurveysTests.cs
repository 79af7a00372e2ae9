using Canvass.Contracts.Refusals;
using Canvass.Grains.Coverage;
using Canvass.Grains.Settings;
using Microsoft.Extensions.Options;

namespace Canvass.Grains.Tests.Coverage;

[Trait("Category", "Unit")]
public sealed class WideSurveysTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Small_question_never_waits_and_wide_ones_take_turns()
    {
        using var surveys = Create(TimeSpan.FromMinutes(5));
        var places = Math.Max(1, Environment.ProcessorCount - 1);
        var inside = await Task.WhenAll(Enumerable.Range(0, places).Select(_ => surveys.EnterAsync(WideSurveys.FewCells + 1, Stop)));
        var waiting = Enumerable.Range(0, WideSurveys.MaxWaiting).Select(_ => surveys.EnterAsync(WideSurveys.FewCells + 1, Stop)).ToList();

        Assert.Null(await surveys.EnterAsync(WideSurveys.FewCells, Stop));
        await Assert.ThrowsAsync<GridUnavailableException>(() => surveys.EnterAsync(WideSurveys.FewCells + 1, Stop));
        Assert.DoesNotContain(waiting, entered => entered.IsCompleted);

        inside[0]!.Dispose();
        inside[0]!.Dispose();
        (await waiting[0])!.Dispose();
        (await waiting[1])!.Dispose();
    }

    [Fact]
    public async Task Waiting_survey_that_is_cancelled_gives_up_its_place_in_the_line()
    {
        using var surveys = Create(TimeSpan.FromMinutes(5));
        using var cancelled = new CancellationTokenSource();
        for (var i = 0; i < Math.Max(1, Environment.ProcessorCount - 1); i++)
        {
            await surveys.EnterAsync(WideSurveys.FewCells + 1, Stop);
        }

        var waiting = Enumerable.Range(0, WideSurveys.MaxWaiting).Select(_ => surveys.EnterAsync(WideSurveys.FewCells + 1, cancelled.Token)).ToList();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waiting));
        Assert.False(surveys.EnterAsync(WideSurveys.FewCells + 1, Stop).IsFaulted);
    }

    [Fact]
    public async Task Survey_whose_turn_does_not_come_in_time_is_refused()
    {
        using var surveys = Create(TimeSpan.FromMilliseconds(1));
        for (var i = 0; i < Math.Max(1, Environment.ProcessorCount - 1); i++)
        {
            await surveys.EnterAsync(WideSurveys.FewCells + 1, Stop);
        }

        await Assert.ThrowsAsync<GridUnavailableException>(() => surveys.EnterAsync(WideSurveys.FewCells + 1, Stop));
    }

    private static WideSurveys Create(TimeSpan deadline) => new(Options.Create(new GridOptions { CoverageDeadline = deadline }));
}
