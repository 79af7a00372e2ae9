using System.Globalization;
using Canvass.Cli.Commands;
using Canvass.Cli.Files;
using Spectre.Console;

namespace Canvass.Cli.Output;

/// <summary>Shows how far the reading of a file is, by bytes, where a person looks on.</summary>
internal static class ImportBar
{
    /// <summary>Works, and shows the bar meanwhile.</summary>
    /// <param name="call">The command.</param>
    /// <param name="file">The file.</param>
    /// <param name="work">The work; told where to report how many rows are done.</param>
    public static Task<T> ShowAsync<T>(GridCall call, CountingStream file, Func<IProgress<int>?, Task<T>> work)
    {
        if (call.Json || !call.Shell.Error.Profile.Out.IsTerminal)
        {
            return work(null);
        }

        var started = call.Shell.Time.GetTimestamp();
        return call.Shell.Error.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask("0 rows", maxValue: Math.Max(1, file.Length));
                return work(new RowProgress(rows =>
                {
                    var rate = rows / Math.Max(0.001, call.Shell.Time.GetElapsedTime(started).TotalSeconds);
                    task.Value = file.Count;
                    task.Description = string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows, {rate:N0}/s");
                }));
            });
    }

    /// <summary>Tells at once, on the thread that reports: <see cref="Progress{T}"/> would tell late and out of order.</summary>
    private sealed class RowProgress(Action<int> tell) : IProgress<int>
    {
        /// <inheritdoc/>
        public void Report(int value) => tell(value);
    }
}
