using Canvass.Cli.Commands;
using Canvass.Cli.Maps;

namespace Canvass.Cli.Tests.Maps;

[Trait("Category", "Unit")]
public sealed class FieldAssignmentsTests
{
    private static readonly string[] Fields = ["id", "name", "stream"];

    [Fact]
    public void Assignments_are_parted_by_commas_or_by_repeating_the_option()
    {
        var read = FieldAssignments.Read("--map", ["id=cctv_id, name=n=m", "stream=RTSP"], Fields);

        Assert.Equal(["id=cctv_id", "name=n=m", "stream=RTSP"], read.Select(pair => $"{pair.Key}={pair.Value}"));
    }

    [Theory]
    [InlineData("id", "'id' is not of the form field=text")]
    [InlineData("id=", "'id=' is not of the form field=text")]
    [InlineData("=x", "'=x' is not of the form field=text")]
    [InlineData("colour=c", "'colour' is not a field: give one of id, name, stream.")]
    [InlineData("id=a,id=b", "'id' is given twice")]
    public void Anything_else_is_refused(string value, string message) => Assert.Contains(
        message, Assert.Throws<UsageException>(() => FieldAssignments.Read("--map", [value], Fields)).Message, StringComparison.Ordinal);
}
