namespace Canvass.Architecture.Tests;

[Trait("Category", "Unit")]
public sealed class TypeNameTests
{
    /// <summary>A name means one thing in the whole code base. Nested types, and the entry points of programs, are left aside.</summary>
    [Fact]
    public void No_two_rooms_have_a_type_of_the_same_name()
    {
        var names = from room in RoomTests.Rooms.Select(row => row.Data)
                    from type in RoomTests.AssemblyOf(room).GetTypes()
                    where !type.IsNested && type.Namespace?.StartsWith("Canvass.", StringComparison.Ordinal) == true
                    group room by type.Name into rooms
                    where rooms.Distinct().Skip(1).Any()
                    select $"{rooms.Key}: {string.Join(", ", rooms.Distinct())}";

        Assert.Equal([], names);
    }
}
