using Canvass.Contracts.Positions;
using Npgsql;

namespace Canvass.Storage.Postgres;

/// <summary>Boxes as conditions on the columns <c>lat</c> and <c>lng</c>.</summary>
internal static class PostgresBox
{
    /// <summary>The condition, beginning with AND; empty where there is no box.</summary>
    /// <param name="box">The box.</param>
    /// <param name="first">The number of its first parameter; it takes four.</param>
    public static string Filter(BoundingBox? box, int first)
    {
        var (south, north, west, east) = (first, first + 1, first + 2, first + 3);
        return box switch
        {
            null => "",
            { } crossing when crossing.West > crossing.East => $"AND lat BETWEEN ${south} AND ${north} AND (lng >= ${west} OR lng <= ${east})",
            _ => $"AND lat BETWEEN ${south} AND ${north} AND lng BETWEEN ${west} AND ${east}",
        };
    }

    /// <summary>The box's sides as parameters for that condition; none where there is no box.</summary>
    public static IEnumerable<NpgsqlParameter> Bind(BoundingBox? box) => box is { } sides
        ? [PostgresCommands.Double(sides.South), PostgresCommands.Double(sides.North), PostgresCommands.Double(sides.West), PostgresCommands.Double(sides.East)]
        : [];
}
