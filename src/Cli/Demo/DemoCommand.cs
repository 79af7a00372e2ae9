using System.CommandLine;
using Canvass.Cli.Commands;
using Canvass.Cli.Output;
using Canvass.Demo;
using Canvass.Demo.Scenario;

namespace Canvass.Cli.Demo;

/// <summary><c>canvass demo</c>.</summary>
internal static class DemoCommand
{
    private static readonly Option<Uri> Url = ParsedSymbol.Option(
        "--url",
        "Where the grid's HTTP API is, for what the demo suggests to try next; default http://localhost:8080.",
        text => Uri.TryCreate(text, UriKind.Absolute, out var url)
            ? url
            : throw new FormatException($"'{text}' is not a URL: give for example http://localhost:8080."));

    /// <summary>Makes it.</summary>
    public static Command Create(Shell shell) => GridCommand.Create(
        shell,
        "demo",
        "Play a made-up city into the grid: 8,700 cameras, an incident, and a canvass about it, which the demo sends in place of a person. "
        + "Playing it again changes nothing.",
        RunAsync, Url);

    private static async Task<int> RunAsync(GridCall call)
    {
        var result = await DemoScenario.RunAsync(
            call.Client, call.Shell.Time, call.Json ? null : new Stages(call.Shell), call.CancellationToken).ConfigureAwait(false);
        if (call.Json)
        {
            call.WriteJson(result);
        }
        else
        {
            DemoText.Write(call.Shell.Out.Profile.Out.Writer, result, call.Parse.GetValue(Url) ?? new("http://localhost:8080"));
        }

        return ExitCode.Done;
    }

    /// <summary>Names every stage once.</summary>
    private sealed class Stages(Shell shell) : IProgress<DemoProgress>
    {
        private DemoStage? _last;

        /// <inheritdoc/>
        public void Report(DemoProgress value)
        {
            if (_last != value.Stage)
            {
                _last = value.Stage;
                shell.WriteError($"demo: {DisplayText.Of(value.Stage)} …");
            }
        }
    }
}
