using Canvass.Cli.Commands;
using Canvass.Cli.Tests.Grids;
using Canvass.Running;

namespace Canvass.Cli.Tests.Database;

public sealed class DatabaseCommandTests
{
    private readonly StubbedShell _shell = new();

    [Fact]
    [Trait("Category", "Cluster")]
    public async Task Database_is_migrated_once_and_its_status_told_before_and_after()
    {
        await using var server = await PostgresServer.StartAsync();
        var database = await server.CreateDatabaseAsync("grid");

        Assert.Equal(ExitCode.Pending, await _shell.RunAsync("db", "status", "--database", database));
        Assert.StartsWith("pending 0001_grid\n", _shell.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("applied", _shell.Out, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, await _shell.RunAsync("db", "migrate", "--database", database));
        Assert.Contains("applied 0001_grid\n", _shell.Out, StringComparison.Ordinal);

        var again = new StubbedShell();
        Assert.Equal(ExitCode.Done, await again.RunAsync("db", "migrate", "--json", "--database", database));
        Assert.Equal(ExitCode.Done, await again.RunAsync("db", "status", "--database", database));
        Assert.StartsWith("{\"applied\":[]}\napplied 0001_grid\n", again.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("pending", again.Out, StringComparison.Ordinal);
        Assert.Empty(again.Error);
    }

    [Fact]
    [Trait("Category", "Cluster")]
    public async Task Wrong_password_gives_exit_code_1_and_one_line_without_it()
    {
        await using var server = await PostgresServer.StartAsync();

        Assert.Equal(ExitCode.Failed, await _shell.RunAsync(
            "db", "status", "--database", server.ConnectionString("postgres") + ";Password=not-this-one"));
        Assert.StartsWith("error: the database: ", _shell.Error, StringComparison.Ordinal);
        Assert.Equal(1, _shell.Error.Count(letter => letter == '\n'));
        Assert.DoesNotContain("not-this-one", _shell.Error, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Category", "Unit")]
    [InlineData("postgres://canvass:secret@db/grid")]
    [InlineData(" ")]
    public async Task Text_that_is_no_connection_string_gives_exit_code_2(string database)
    {
        Assert.Equal(ExitCode.Usage, await _shell.RunAsync("db", "migrate", "--database", database));
        Assert.Contains("Canvass__Database", _shell.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", _shell.Error, StringComparison.Ordinal);
    }
}
