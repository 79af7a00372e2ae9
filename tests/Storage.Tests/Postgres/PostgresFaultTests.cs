using Canvass.Storage.Postgres;
using Npgsql;

namespace Canvass.Storage.Tests.Postgres;

[Trait("Category", "Unit")]
public sealed class PostgresFaultTests
{
    /// <summary>Codes of https://www.postgresql.org/docs/current/errcodes-appendix.html.</summary>
    [Theory]
    [InlineData("53100", "no room left", false)]
    [InlineData("25006", "read-only", false)]
    [InlineData("28P01", "user name and password", false)]
    [InlineData("28000", "user name and password", false)]
    [InlineData("3D000", "does not exist", false)]
    [InlineData("42501", "grant", false)]
    [InlineData("42P01", "canvass db migrate", false)]
    [InlineData("53200", "out of memory", false)]
    [InlineData("22P02", "SQLSTATE 22P02", false)]
    [InlineData("53300", "max_connections", true)]
    [InlineData("57P01", "stopping or starting", true)]
    [InlineData("57P02", "stopping or starting", true)]
    [InlineData("57P03", "stopping or starting", true)]
    public void What_the_server_answers_is_explained_without_its_own_words(string code, string reason, bool passing)
    {
        var answer = new PostgresException("secret", "ERROR", "ERROR", code);

        Assert.Contains(reason, PostgresFault.Explain(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", PostgresFault.Explain(answer), StringComparison.Ordinal);
        Assert.Equal(passing, PostgresFault.IsPassing(answer));
    }

    [Fact]
    public void What_is_no_fault_of_the_database_stays_what_it_is()
    {
        Assert.Null(PostgresFault.Explain(new InvalidOperationException()));
        Assert.Null(PostgresFault.Explain(new OperationCanceledException()));
        Assert.False(PostgresFault.IsPassing(new InvalidOperationException()));
    }
}
