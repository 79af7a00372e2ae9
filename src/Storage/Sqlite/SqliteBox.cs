using Canvass.Contracts.Positions;
using Microsoft.Data.Sqlite;

namespace Canvass.Storage.Sqlite;

/// <summary>Boxes as conditions on the columns <c>lat</c> and <c>lng</c>.</summary>
internal static class SqliteBox
{
    /// <summary>The condition, beginning with AND; empty where there is no box.</summary>
    public static string Filter(BoundingBox? box) => box switch
    {
        null => "",
        { } crossing when crossing.West > crossing.East => "AND lat BETWEEN $south AND $north AND (lng >= $west OR lng <= $east)",
        _ => "AND lat BETWEEN $south AND $north AND lng BETWEEN $west AND $east",
    };

    /// <summary>Adds the box's sides to a command with that condition.</summary>
    public static void Bind(SqliteCommand command, BoundingBox? box)
    {
        if (box is { } sides)
        {
            command.Parameters.AddWithValue("$south", sides.South);
            command.Parameters.AddWithValue("$north", sides.North);
            command.Parameters.AddWithValue("$west", sides.West);
            command.Parameters.AddWithValue("$east", sides.East);
        }
    }
}
