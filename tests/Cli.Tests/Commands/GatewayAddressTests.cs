using Canvass.Cli.Commands;

namespace Canvass.Cli.Tests.Commands;

[Trait("Category", "Unit")]
public sealed class GatewayAddressTests
{
    [Theory]
    [InlineData("127.0.0.1:30000", "127.0.0.1:30000")]
    [InlineData("10.0.0.7", "10.0.0.7:30000")]
    [InlineData("[::1]:31000", "[::1]:31000")]
    public async Task Address_is_read(string text, string expected) => Assert.Equal(
        expected, Assert.Single(await GatewayAddress.ResolveAsync(text, TestContext.Current.CancellationToken)).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(":30000")]
    [InlineData("host:")]
    [InlineData("host:0")]
    [InlineData("host:65536")]
    [InlineData("host:-1")]
    [InlineData("two words:1")]
    public async Task Text_that_is_no_address_is_refused_with_the_value(string text)
    {
        var exception = await Assert.ThrowsAsync<UsageException>(
            () => GatewayAddress.ResolveAsync(text, TestContext.Current.CancellationToken));

        Assert.Equal("--gateway", exception.Field);
        Assert.Contains($"'{text}'", exception.Message, StringComparison.Ordinal);
    }
}
