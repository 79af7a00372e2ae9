using System.Text.RegularExpressions;

namespace Canvass.Architecture.Tests;

/// <summary>Folders inside a room form no circles, and what composes a room is used by none of its folders.</summary>
[Trait("Category", "Unit")]
public sealed class FolderTests
{
    /// <summary>Arrows that still lie on a circle, by room. The list may only become shorter: remove an arrow here once it is gone.</summary>
    private static readonly Dictionary<string, string[]> Known = new()
    {
    };

    /// <summary>Types directly in a room's folder that its folders still use. They belong in a folder; the list may only become shorter.</summary>
    private static readonly Dictionary<string, string[]> KnownUsed = new() { ["Storage"] = ["StorageException", "StorageFaults", "StorageLog", "StorageOptions"] };

    [Theory]
    [MemberData(nameof(RoomTests.Rooms), MemberType = typeof(RoomTests))]
    public void Folders_of_a_room_form_no_circle(string room) => Assert.Equal(
        Known.GetValueOrDefault(room, []).Order(StringComparer.Ordinal),
        new RoomFolders(room).CircularArrows().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(RoomTests.Rooms), MemberType = typeof(RoomTests))]
    public void No_folder_of_a_room_uses_what_composes_the_room(string room)
    {
        var folders = new RoomFolders(room);
        var code = string.Join('\n', folders.Sources.SelectMany(File.ReadLines)
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
        var used = folders.CompositionRoot.Where(type => Regex.IsMatch(code, $@"\b{type}\b"));

        Assert.Equal(KnownUsed.GetValueOrDefault(room, []), used.Order(StringComparer.Ordinal));
    }
}
