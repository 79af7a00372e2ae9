using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;

namespace Canvass.Geo.Tests.Shapes;

[Trait("Category", "Unit")]
public sealed class PolygonTests
{
    private static readonly LatLng[] Square = Ring((0, 0), (4, 0), (4, 4), (0, 4), (0, 0));

    public static TheoryData<LatLng[][], string> Refusals => new()
    {
        { [], "The polygon has no ring: give one closed ring of four or more positions, the outline, and then its holes, if any." },
        { [[]], "Ring 0 (the outline) has 0 positions: give at least 4, the last repeating the first." },
        { [Ring((0, 0), (1, 1), (0, 0))], "Ring 0 (the outline) has 3 positions: give at least 4, the last repeating the first." },
        { [Square, Ring((1, 1), (2, 1), (1, 1))], "Ring 1 (a hole) has 3 positions: give at least 4, the last repeating the first." },
        {
            [Ring((0, 0), (4, 0), (4, 4), (0, 4))],
            "Ring 0 (the outline) is open: its last position [0, 4] is not its first [0, 0]. Repeat the first position at the end."
        },
        {
            [Ring((0, 0), (181, 0), (4, 4), (0, 0))],
            "Ring 0 (the outline), position 1: longitude 181 is out of range. Give degrees from -180 to 180, longitude before latitude."
        },
        {
            [Square, Ring((1, 1), (2, 1), (2, -90.5), (1, 1))],
            "Ring 1 (a hole), position 2: latitude -90.5 is out of range. Give degrees from -90 to 90, longitude before latitude."
        },
        {
            [Ring((0, 0), (1, double.NaN), (4, 4), (0, 0))],
            "Ring 0 (the outline), position 1: latitude NaN is out of range. Give degrees from -90 to 90, longitude before latitude."
        },
        {
            [Ring((0, 0), (double.PositiveInfinity, 1), (4, 4), (0, 0))],
            "Ring 0 (the outline), position 1: longitude Infinity is out of range. Give degrees from -180 to 180, longitude before latitude."
        },
        {
            [Ring((0, 80), (120, 80), (-120, 80), (0, 80))],
            "Ring 0 (the outline) goes around a pole or spans over 180 degrees of longitude: give a smaller polygon."
        },
        {
            [Ring((-100, 0), (0, 0), (100, 0), (100, 10), (0, 10), (-100, 10), (-100, 0))],
            "Ring 0 (the outline) goes around a pole or spans over 180 degrees of longitude: give a smaller polygon."
        },
        {
            [Ring((0, 0), (1, 1), (3, 3), (0, 0))],
            "Ring 0 (the outline) has no surface: its positions lie on one line. Give at least three that do not."
        },
        {
            [Ring((1, 1), (1, 1), (1, 1), (1, 1))],
            "Ring 0 (the outline) has no surface: its positions lie on one line. Give at least three that do not."
        },
        {
            [Ring((0, 0), (4, 4), (4, 0), (0, 4), (0, 0))],
            "Ring 0 (the outline) crosses or touches itself near [2, 2]: order its positions along the rim, each edge apart from the others."
        },
        {
            [Ring((0, 0), (4, 0), (8, 0), (4, 0), (4, 4), (0, 4), (0, 0))],
            "Ring 0 (the outline) crosses or touches itself near [4, 0]: order its positions along the rim, each edge apart from the others."
        },
        {
            [Square, Ring((3, 1), (5, 1), (5, 2), (3, 2), (3, 1))],
            "Ring 1 (a hole) crosses ring 0 (the outline) near [4, 1]: keep them apart."
        },
        {
            [Square, Ring((5, 5), (6, 5), (6, 6), (5, 5))],
            "Ring 1 (a hole) lies outside of the outline: move it inside, or give it as a polygon of its own."
        },
        {
            [Square, Ring((1, 1), (3, 1), (3, 3), (1, 3), (1, 1)), Ring((1.5, 1.5), (2, 1.5), (2, 2), (1.5, 1.5))],
            "Ring 2 (a hole) lies in ring 1 (a hole): keep them apart, or leave one out."
        },
        {
            [Square, Ring((1, 1), (3, 1), (2, 3), (1, 1)), Ring((1, 1), (3, 1), (2, 3), (1, 1))],
            "Ring 2 (a hole) crosses ring 1 (a hole) near [1, 1]: keep them apart."
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Refused_rings_are_told_what_is_wrong_and_what_to_do(LatLng[][] rings, string expected)
    {
        Assert.False(Polygon.TryCreate(rings, out var polygon, out var error));
        Assert.Null(polygon);
        Assert.Equal(expected, error);
    }

    [Fact]
    public void The_number_of_positions_is_bounded()
    {
        Assert.True(Polygon.TryCreate([Round(Polygon.MostPositions)], out _, out _));
        Assert.False(Polygon.TryCreate([Round(Polygon.MostPositions + 1)], out _, out var error));
        Assert.Equal("The polygon has 2001 positions: simplify it to 2000 or fewer.", error);
    }

    [Fact]
    public void What_was_stored_is_checked_for_all_but_crossings()
    {
        LatLng[] bow = Ring((0, 0), (4, 4), (4, 0), (0, 4), (0, 0));
        Assert.False(Polygon.TryCreate([bow], out _, out _));

        Assert.True(Polygon.TryRestore([bow], out var polygon, out _));
        Assert.Equal(bow, polygon.Rings[0]);
        Assert.False(Polygon.TryRestore([bow[..4]], out _, out var error));
        Assert.StartsWith("Ring 0 (the outline) is open", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rings_are_copied()
    {
        var ring = Square.ToArray();
        Assert.True(Polygon.TryCreate([ring], out var polygon, out _));

        ring[1] = new(80, 80);

        Assert.Equal(Square, polygon.Rings[0]);
    }

    [Fact]
    public void Either_direction_repeated_positions_and_holes_that_touch_at_a_point_are_taken()
    {
        Assert.True(Polygon.TryCreate([[.. Square.Reverse()]], out _, out _));
        Assert.True(Polygon.TryCreate([Ring((0, 0), (4, 0), (4, 0), (4, 4), (0, 4), (0, 0), (0, 0))], out _, out _));
        Assert.True(Polygon.TryCreate([Square, Ring((4, 2), (3, 3), (3, 1), (4, 2))], out _, out _));
        Assert.True(Polygon.TryCreate([Square, Ring((1, 1), (2, 2), (1, 2), (1, 1)), Ring((2, 2), (3, 2), (3, 3), (2, 2))], out _, out _));
    }

    [Fact]
    public void Positions_are_inside_the_outline_and_outside_of_the_holes()
    {
        Assert.True(Polygon.TryCreate([Square, Ring((1, 1), (3, 1), (3, 3), (1, 3), (1, 1))], out var polygon, out _));

        Assert.True(polygon.DoesContain(new(0.5, 0.5)));
        Assert.False(polygon.DoesContain(new(2, 2)));
        Assert.False(polygon.DoesContain(new(5, 2)));
        Assert.Equal(new LatLng(2, 2), polygon.Centre);
    }

    [Fact]
    public void A_polygon_may_lie_across_the_antimeridian()
    {
        var ring = Ring((179.99, -17), (-179.99, -17), (-179.99, -16.99), (179.99, -16.99), (179.99, -17));

        Assert.True(Polygon.TryCreate([ring], out var polygon, out _));

        Assert.True(polygon.DoesContain(new(-16.995, 180)));
        Assert.True(polygon.DoesContain(new(-16.995, -179.995)));
        Assert.False(polygon.DoesContain(new(-16.995, 0)));
        Assert.InRange(polygon.ExtentM, 1_100, 1_300);
    }

    private static LatLng[] Ring(params (double Lng, double Lat)[] positions) => [.. positions.Select(at => new LatLng(at.Lat, at.Lng))];

    private static LatLng[] Round(int positions)
    {
        var ring = Enumerable.Range(0, positions).Select(i => Math.SinCos(Math.Tau * i / (positions - 1)))
            .Select(at => new LatLng(33 + (0.01 * at.Sin), -84 + (0.01 * at.Cos))).ToArray();
        ring[^1] = ring[0];
        return ring;
    }
}
