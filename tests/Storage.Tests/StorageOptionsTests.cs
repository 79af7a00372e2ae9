namespace Canvass.Storage.Tests;

[Trait("Category", "Unit")]
public sealed class StorageOptionsTests
{
    private readonly StorageOptionsValidator _validator = new();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void The_defaults_are_accepted_and_an_empty_database_is_none(string? database) =>
        Assert.True(_validator.Validate(null, new StorageOptions { Database = database }).Succeeded);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\0b")]
    public void A_data_directory_that_is_none_is_refused_by_its_setting(string directory) =>
        Assert.Contains(
            "Canvass__DataDirectory", _validator.Validate(null, new StorageOptions { DataDirectory = directory }).FailureMessage, StringComparison.Ordinal);

    [Fact]
    public void A_connection_string_is_accepted() =>
        Assert.True(_validator.Validate(null, new StorageOptions { Database = "Host=db;Password=secret" }).Succeeded);

    [Fact]
    public void A_database_that_is_no_connection_string_is_refused_without_showing_its_password()
    {
        var failure = _validator.Validate(null, new StorageOptions { Database = "Hast=db;Password=secret" }).FailureMessage;

        Assert.Contains("Canvass__Database", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure, StringComparison.Ordinal);
    }
}
