using Canvass.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Canvass.Storage.Tests.Sqlite;

[Trait("Category", "Unit")]
public sealed class SqliteFaultTests
{
    /// <summary>Result codes of https://www.sqlite.org/rescode.html.</summary>
    [Theory]
    [InlineData(8, "cannot be written")]
    [InlineData(10, "disk failed")]
    [InlineData(11, "damaged")]
    [InlineData(13, "no room left")]
    [InlineData(14, "cannot be opened")]
    [InlineData(26, "not a SQLite database")]
    public void Faults_of_the_file_are_explained_with_its_path(int code, string reason)
    {
        var cause = new SqliteException("cause", code);

        var explained = SqliteFault.Explain(cause, "/data/canvass.db");

        Assert.NotNull(explained);
        Assert.Contains(reason, explained.Message, StringComparison.Ordinal);
        Assert.Contains("'/data/canvass.db'", explained.Message, StringComparison.Ordinal);
        Assert.Same(cause, explained.InnerException);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(19)]
    public void Other_faults_stay_what_they_are(int code) => Assert.Null(SqliteFault.Explain(new SqliteException("cause", code), "x"));
}
