using System.Runtime.CompilerServices;
using System.Text.Json;
using Canvass.Contracts.Json;
using Canvass.Contracts.Positions;
using Canvass.Contracts.Tests.Running;

namespace Canvass.Contracts.Tests.Positions;

[Trait("Category", "Unit")]
public sealed class BoundingBoxTests
{
    [Theory]
    [InlineData(-180, -90, 180, 90)]
    [InlineData(170, 0, -170, 0)]
    public void A_box_may_span_the_globe_or_cross_the_antimeridian(double west, double south, double east, double north)
    {
        var box = new BoundingBox(west, south, east, north);

        Assert.Equal(box, WireFormat.Send(box));
        Assert.Equal(box, JsonSerializer.Deserialize<BoundingBox>(JsonSerializer.Serialize(box, GridJson.Options), GridJson.Options));
    }

    [Theory]
    [InlineData(-180.1, 0, 0, 0)]
    [InlineData(0, -90.1, 0, 0)]
    [InlineData(0, 0, 180.1, 0)]
    [InlineData(0, 0, 0, 90.1)]
    [InlineData(0, 1, 0, 0)]
    [InlineData(double.NaN, 0, 0, 0)]
    [InlineData(0, 0, double.PositiveInfinity, 0)]
    public void A_box_off_the_globe_or_upside_down_cannot_be_made(double west, double south, double east, double north) =>
        Assert.Throws<ArgumentException>(() => new BoundingBox(west, south, east, north));

    [Fact]
    public void A_box_that_is_none_is_refused_between_processes()
    {
        var box = default(BoundingBox);
        SouthOf(ref box) = 1;

        var bytes = WireFormat.Write(box);

        Assert.Throws<ArgumentException>(() => WireFormat.Receive<BoundingBox>(bytes));
    }

    [Fact]
    public void A_box_is_read_as_people_write_it() =>
        Assert.Equal(new BoundingBox(-84.4, 33.74, -84.37, 33.77), BoundingBox.Parse("-84.4, 33.74,-84.37,33.77"));

    [Theory]
    [InlineData("", "no box")]
    [InlineData("1,2,3", "no box")]
    [InlineData("1,2,3,4,5", "no box")]
    [InlineData("1,2,3,x", "no box")]
    [InlineData("NaN,2,3,4", "no box")]
    [InlineData("-181,2,3,4", "no box")]
    [InlineData("1,4,3,2", "swap")]
    public void A_text_that_is_no_box_is_refused_with_what_to_do(string text, string says) =>
        Assert.Contains(says, Assert.Throws<FormatException>(() => BoundingBox.Parse(text)).Message, StringComparison.Ordinal);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<South>k__BackingField")]
    private static extern ref double SouthOf(ref BoundingBox box);
}
