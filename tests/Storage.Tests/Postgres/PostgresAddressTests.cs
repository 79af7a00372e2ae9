using Canvass.Storage.Postgres;

namespace Canvass.Storage.Tests.Postgres;

[Trait("Category", "Unit")]
public sealed class PostgresAddressTests
{
    [Fact]
    public void What_the_setting_leaves_open_gets_our_defaults()
    {
        var address = PostgresAddress.Parse("Host=db;Database=grid");

        Assert.Equal(("db", "grid", "canvass", 20, 5), (address.Host, address.Database, address.ApplicationName, address.MaxPoolSize, address.Timeout));
    }

    [Fact]
    public void What_the_setting_says_holds_under_every_name_of_its_keywords()
    {
        var address = PostgresAddress.Parse("Server=db;MaxPoolSize=7;Application Name=mine;Max Auto Prepare=0");

        Assert.Equal(("db", 7, "mine", 0), (address.Host, address.MaxPoolSize, address.ApplicationName, address.MaxAutoPrepare));
    }

    [Theory]
    [InlineData("postgres://canvass:secret@db/canvass")]
    [InlineData("Host=db;Pasword=secret")]
    [InlineData("Host=db;Port=secret")]
    [InlineData("Host=db;Maximum Pool Size=secret")]
    [InlineData("secret")]
    [InlineData("Password=secret")]
    public void What_cannot_be_read_is_refused_by_the_setting_without_showing_it(string text)
    {
        var refusal = Assert.Throws<StorageException>(() => PostgresAddress.Parse(text));

        Assert.Contains("Canvass__Database", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
    }
}
