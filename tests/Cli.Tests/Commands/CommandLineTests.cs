using Canvass.Cli.Commands;
using Canvass.Cli.Tests.Grids;
using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Grid;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Refusals;
using Canvass.Running;

namespace Canvass.Cli.Tests.Commands;

[Trait("Category", "Unit")]
public sealed class CommandLineTests
{
    private readonly StubbedShell _shell = new();

    [Fact]
    public async Task Grid_that_does_not_answer_gives_exit_code_1_and_one_line()
    {
        _shell.ConnectingFails = new TimeoutException("No grid answered at 127.0.0.1:30000 within 10 s: is a silo running there?");

        Assert.Equal(ExitCode.Failed, await _shell.RunAsync("incidents", "list"));
        Assert.Equal("error: the grid: No grid answered at 127.0.0.1:30000 within 10 s: is a silo running there?\n", _shell.Error);
        Assert.Empty(_shell.Out);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("coverage")]
    [InlineData("coverage", "no-colon")]
    [InlineData("canvasses", "draft", "demo:1")]
    [InlineData("canvasses", "send", "demo:1")]
    [InlineData("cameras", "list", "--bbox", "1,2,3")]
    [InlineData("cameras", "list", "--bbox", "0,9,1,8")]
    [InlineData("cameras", "list", "--limit", "many")]
    [InlineData("cameras", "list", "--gateway", "host:port")]
    [InlineData("incidents", "list", "--from", "yesterday")]
    [InlineData("incidents", "post", "--source", "s", "--number", "1", "--at", "-84,33")]
    [InlineData("cameras", "import", "cameras.txt")]
    [InlineData("demo", "--url", "nowhere")]
    public async Task Wrong_command_line_gives_exit_code_2_and_says_why(params string[] arguments)
    {
        Assert.Equal(ExitCode.Usage, await _shell.RunAsync(arguments));
        Assert.StartsWith("error: ", _shell.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData()]
    [InlineData("cameras", "import")]
    [InlineData("canvass", "draft")]
    [InlineData("draft")]
    public async Task Help_is_given_for_every_command(params string[] command)
    {
        Assert.Equal(ExitCode.Done, await _shell.RunAsync([.. command, "--help"]));
        Assert.Contains("--gateway", _shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_gives_exit_code_1_and_a_line_a_field()
    {
        _shell.Answers[nameof(IIncidentGrain.ReportAsync)] = _ => throw new RefusedException(
            RefusalKind.Invalid, "x", new Dictionary<string, string[]> { ["radiusM"] = ["5 is out of range: give metres, 10 to 5000."] });

        Assert.Equal(ExitCode.Failed, await _shell.RunAsync(
            "incidents", "post", "--source", "cad", "--number", "1", "--at", "-84.38,33.78", "--radius-m", "5", "--from", "2026-03-04T11:00:00Z"));
        Assert.Equal("refused: radiusM: 5 is out of range: give metres, 10 to 5000.\n", _shell.Error);
    }

    [Fact]
    public async Task Ctrl_C_is_quiet()
    {
        using var pressed = new CancellationTokenSource();
        await pressed.CancelAsync();

        var code = await FailureReport.RunAsync(Quiet(), pressed.Token, () => throw new OperationCanceledException(pressed.Token));

        Assert.Equal(ExitCode.Interrupted, code);
    }

    [Fact]
    public async Task Post_takes_the_window_of_a_moment_where_only_its_start_is_given()
    {
        IncidentReport? posted = null;
        _shell.Answers[nameof(IIncidentGrain.ReportAsync)] = values =>
        {
            posted = (IncidentReport)values[0]!;
            return Task.FromResult(new ReportOutcome(ReportEffect.Created, Samples.Incident));
        };

        Assert.Equal(ExitCode.Done, await _shell.RunAsync(
            "incidents", "post", "--source", "cad", "--number", "7", "--at", "-84.38,33.78", "--from", "2026-03-04T06:00:00-05:00"));
        Assert.Equal(("cad:7", Samples.Now.AddHours(-1), Samples.Now.AddHours(-1), Samples.Now, 33.78),
            (posted!.Key.Id, posted.Window.From, posted.Window.To, posted.ReportedAt, posted.Area.Centre!.Value.LatDeg));
        Assert.Equal("created demo:1: Larceny from vehicle, active, 33.78050, -84.38000\n", _shell.Out);
    }

    [Theory]
    [InlineData("canvass")]
    [InlineData("canvasses")]
    public async Task Canvass_is_sent_by_its_id(string command)
    {
        _shell.Answers[nameof(ICanvassGrain.SendAsync)] = _ => Task.FromResult(Samples.Canvass with
        {
            Key = Assert.Single(_shell.AskedCanvasses),
            State = CanvassState.Sent,
            SentAt = Samples.Now,
            Asked = new(new(7, 12, null), new([])),
        });

        Assert.Equal(ExitCode.Done, await _shell.RunAsync(command, "send", "demo:1:2", "--gateway", "10.1.2.3:4000"));
        Assert.Equal("demo:1:2", Assert.Single(_shell.AskedCanvasses).Id);
        Assert.Equal("10.1.2.3:4000", Assert.Single(_shell.Gateways).ToString());
        Assert.Equal(
            """
            canvass demo:1:2: sent, reason larceny
              7 owners of 12 integrated cameras
              about 1 to 3 homes
              first footage overwritten at 2026-03-05 11:00Z
              sent at 2026-03-04 12:00Z, on its way
              shared by 0, 0 clips

            """,
            _shell.Out);
    }

    [Fact]
    public async Task Json_is_one_line_in_the_words_of_the_api()
    {
        _shell.Answers[nameof(IGridGrain.ListIncidentsAsync)] = _ => Task.FromResult(new IncidentPage([Samples.Incident], "next"));

        Assert.Equal(ExitCode.Done, await _shell.RunAsync("incidents", "list", "--json"));
        Assert.StartsWith("""{"incidents":[{"report":{"key":"demo:1","type":{"code":"LARCENY","text":"Larceny from vehicle"},"status":"active",""",
            _shell.Out, StringComparison.Ordinal);
        Assert.Single(_shell.Out.TrimEnd().Split('\n'));
    }

    private static Shell Quiet() => new()
    {
        Out = new Spectre.Console.Testing.TestConsole(),
        Error = Stub<Spectre.Console.IAnsiConsole>.Create((_, _) => throw new InvalidOperationException("It said something.")),
    };
}
