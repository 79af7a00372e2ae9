using Canvass.Storage.Tests.Fixtures;

namespace Canvass.Storage.Tests.Processes;

/// <summary>What every table of reminders does.</summary>
public abstract class ReminderConformance(SiloFixture silo) : IAsyncLifetime
{
    private static readonly DateTime Start = new(2026, 1, 31, 23, 59, 59, 123, DateTimeKind.Utc);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await silo.Reminders.TestOnlyClearTable(Cancellation);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_reminder_reads_back()
    {
        var grain = Grain(1);
        var etag = await UpsertAsync(grain, "work");

        var read = await silo.Reminders.ReadRow(grain, "work", Cancellation);

        Assert.NotNull(read);
        Assert.Equal((grain, "work", Start, TimeSpan.FromMinutes(5), etag), (read.GrainId, read.ReminderName, read.StartAt, read.Period, read.ETag));
    }

    [Fact]
    public async Task An_absent_reminder_reads_as_none() => Assert.Null(await silo.Reminders.ReadRow(Grain(1), "none", Cancellation));

    [Fact]
    public async Task Writing_a_reminder_again_changes_its_version()
    {
        var first = await UpsertAsync(Grain(1), "work");
        var second = await UpsertAsync(Grain(1), "work");

        Assert.NotEqual(first, second);
        Assert.Equal(second, Assert.Single((await silo.Reminders.ReadRows(Grain(1), Cancellation)).Reminders).ETag);
    }

    [Fact]
    public async Task A_reminder_is_removed_by_whoever_knows_its_version()
    {
        var first = await UpsertAsync(Grain(1), "work");
        var second = await UpsertAsync(Grain(1), "work");

        Assert.False(await silo.Reminders.RemoveRow(Grain(1), "work", first, Cancellation));
        Assert.True(await silo.Reminders.RemoveRow(Grain(1), "work", second, Cancellation));
        Assert.False(await silo.Reminders.RemoveRow(Grain(1), "work", second, Cancellation));
    }

    [Fact]
    public async Task A_grains_reminders_are_its_own()
    {
        await UpsertAsync(Grain(1), "one");
        await UpsertAsync(Grain(1), "two");
        await UpsertAsync(Grain(2), "one");

        var names = (await silo.Reminders.ReadRows(Grain(1), Cancellation)).Reminders.Select(reminder => reminder.ReminderName);

        Assert.Equal(["one", "two"], names.Order());
    }

    [Fact]
    public async Task A_range_of_hashes_holds_its_end_and_not_its_begin_and_may_wrap_around()
    {
        var grains = Enumerable.Range(0, 64).Select(Grain).OrderBy(grain => grain.GetUniformHashCode()).ToArray();
        foreach (var grain in grains)
        {
            await UpsertAsync(grain, "work");
        }

        var (begin, end) = (grains[16].GetUniformHashCode(), grains[48].GetUniformHashCode());
        var within = (await silo.Reminders.ReadRows(begin, end, Cancellation)).Reminders.Select(reminder => reminder.GrainId).ToHashSet();
        var around = (await silo.Reminders.ReadRows(end, begin, Cancellation)).Reminders.Select(reminder => reminder.GrainId).ToHashSet();
        var all = (await silo.Reminders.ReadRows(0, uint.MaxValue, Cancellation)).Reminders.Select(reminder => reminder.GrainId).ToHashSet();

        Assert.Equal(grains[17..49].ToHashSet(), within);
        Assert.Equal(grains[..17].Concat(grains[49..]).ToHashSet(), around);
        Assert.Equal(grains.ToHashSet(), all);
    }

    private static GrainId Grain(int number) => GrainId.Create("incident", $"inc/apd/{number}");

    private async Task<string> UpsertAsync(GrainId grain, string name)
    {
        var reminder = new ReminderEntry { GrainId = grain, ReminderName = name, StartAt = Start, Period = TimeSpan.FromMinutes(5) };
        return await silo.Reminders.UpsertRow(reminder, Cancellation) ?? throw new InvalidOperationException("No version was answered.");
    }
}
