using System.Runtime.CompilerServices;
using Canvass.Grains.Telemetry;
using Microsoft.Extensions.Time.Testing;

namespace Canvass.Grains.Tests.Telemetry;

[Trait("Category", "Unit")]
public sealed class OutboxLevelTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly object _one = new();
    private readonly object _other = new();
    private readonly OutboxLevel _level;

    public OutboxLevelTests() => _level = new(_time);

    [Fact]
    public void It_tells_all_asks_and_the_age_of_the_oldest()
    {
        _level.Note(_one, 3, _time.GetUtcNow());
        _time.Advance(TimeSpan.FromMinutes(2));
        _level.Note(_other, 4, _time.GetUtcNow());
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((7, TimeSpan.FromMinutes(3)), _level.Measure());
    }

    [Fact]
    public void An_incident_that_delivered_all_or_went_counts_no_longer()
    {
        _level.Note(_one, 3, _time.GetUtcNow());
        _level.Note(_other, 4, _time.GetUtcNow());
        _level.Note(_one, 0, default);
        _level.Forget(_other);

        Assert.Equal((0, TimeSpan.Zero), _level.Measure());
    }

    [Fact]
    public void What_is_noted_again_counts_once()
    {
        _level.Note(_one, 3, _time.GetUtcNow());
        _level.Note(_one, 2, _time.GetUtcNow());

        Assert.Equal(2, _level.Measure().Asks);
    }

    [Fact]
    public void An_incident_that_went_without_a_word_drops_out()
    {
        NoteAndLose();
        GC.Collect();

        Assert.Equal(0, _level.Measure().Asks);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void NoteAndLose() => _level.Note(new object(), 5, _time.GetUtcNow());
}
