using System.Net.Sockets;
using Canvass.Silo.Telemetry;
using Microsoft.Extensions.Logging;

namespace Canvass.Silo.Tests.Telemetry;

[Trait("Category", "Unit")]
public sealed class RedactingLoggerTests
{
    private readonly WrittenLog _log = new();

    [Fact]
    public void Of_what_Orleans_logs_numbers_and_kinds_are_told_and_grains_are_not()
    {
        var logger = new RedactingLogger(_log, "Orleans.Runtime.Catalog");

        logger.Log(LogLevel.Error, new EventId(7), State("{Grain} failed {Count} times: {Request} in {StateName}",
            ("Grain", GrainId.Parse("canvass.owner/own/zebra")), ("Count", 3), ("Request", "Receive(zebra)"), ("StateName", "owner")),
            exception: null, (_, _) => "zebra");

        var line = Assert.Single(_log.Lines);
        Assert.Equal("{Grain} failed 3 times: {Request} in owner", line.Text);
        Assert.Equal((LogLevel.Error, 7), (line.Level, line.Event.Id));
        Assert.DoesNotContain(line.Values, value => value.Value?.ToString()!.Contains("zebra", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void Keys_of_grains_are_cut_from_what_any_library_logs()
    {
        new RedactingLogger(_log, "Npgsql.Command").Log(LogLevel.Error, default,
            State("Executing {Command} for own/zebra and can/test/zebra/1", ("Command", "SELECT 'inc/test/zebra'")), exception: null, (_, _) => "zebra");

        Assert.Equal("Executing SELECT 'inc/… for own/… and can/…", Assert.Single(_log.Lines).Text);
    }

    [Fact]
    public void What_is_logged_of_the_membership_is_told_whole()
    {
        new RedactingLogger(_log, "Orleans.Runtime.MembershipService.MembershipTableManager").Log(LogLevel.Warning, default,
            State("Table is {Table}", ("Table", "3 silos, 1 dead")), exception: null, (_, _) => "");

        Assert.Equal("Table is 3 silos, 1 dead", Assert.Single(_log.Lines).Text);
    }

    [Fact]
    public void Exceptions_are_told_by_kind_code_and_cause_but_not_by_message()
    {
        var exception = new InvalidOperationException("zebra", new SocketException((int)SocketError.ConnectionRefused));

        new RedactingLogger(_log, "Polly").Log(LogLevel.Error, default, State("Failed"), exception, (_, _) => "zebra");

        var line = Assert.Single(_log.Lines);
        Assert.Null(line.Exception);
        Assert.Equal(
            "Failed\nSystem.InvalidOperationException\n ---> System.Net.Sockets.SocketException (ConnectionRefused)", line.Text);
    }

    [Theory]
    [InlineData(LogLevel.Error)]
    [InlineData(LogLevel.Warning)]
    public void What_Canvass_logs_is_told_whole_but_for_the_messages_of_exceptions(LogLevel level)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Throw("zebra"));

        new ExceptionKindLogger(_log).Log(level, default, State("{Method} failed", ("Method", "GET")), exception, (_, _) => "GET failed");

        var line = Assert.Single(_log.Lines);
        Assert.StartsWith("GET failed\nSystem.InvalidOperationException", line.Text, StringComparison.Ordinal);
        Assert.Equal(level == LogLevel.Error, line.Text.Contains(nameof(Throw), StringComparison.Ordinal));
        Assert.Null(line.Exception);
        Assert.Contains(KeyValuePair.Create<string, object?>("Method", "GET"), line.Values);
        Assert.Contains(KeyValuePair.Create<string, object?>("exception.type", "System.InvalidOperationException"), line.Values);
        Assert.DoesNotContain("zebra", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_without_a_template_is_withheld()
    {
        new RedactingLogger(_log, "Orleans.Runtime.Silo").Log(LogLevel.Error, default, "zebra", exception: null, (state, _) => state);

        Assert.DoesNotContain("zebra", Assert.Single(_log.Lines).Text, StringComparison.Ordinal);
    }

    private static void Throw(string message) => throw new InvalidOperationException(message);

    private static List<KeyValuePair<string, object?>> State(string template, params (string Name, object? Value)[] values) =>
        [.. values.Select(value => KeyValuePair.Create(value.Name, value.Value)), new("{OriginalFormat}", template)];
}
