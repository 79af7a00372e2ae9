using System.Reflection;
using System.Xml.Linq;
using Canvass.Running;

namespace Canvass.Architecture.Tests;

[Trait("Category", "Unit")]
public sealed class RoomTests
{
    /// <summary>The arrows that the architecture allows: a room may depend on these and on whatever they depend on.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Geo"] = [],
        ["Contracts"] = ["Geo"],
        ["Grains"] = ["Contracts"],
        ["Storage"] = ["Grains"],
        ["Client"] = ["Contracts"],
        ["Demo"] = ["Client"],
        ["Gateway"] = ["Client"],
        ["Silo"] = ["Gateway", "Grains", "Storage", "Demo"],
        ["Cli"] = ["Client", "Demo", "Storage"],
    };

    public static TheoryData<string> Rooms =>
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_has_no_arrow_that_the_architecture_forbids(string room)
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "src", room, $"{room}.csproj"));
        var references = project.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Equal([], references.Except(Allowed[room]));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_only_rooms_below_it(string room)
    {
        var used = AssemblyOf(room).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("Canvass.", StringComparison.Ordinal))
            .Select(name => name["Canvass.".Length..]);

        Assert.Equal([], used.Except(Below(room)));
    }

    [Fact]
    public void Geo_depends_on_nothing() =>
        Assert.Empty(XDocument.Load(Path.Combine(Repository.Root, "src/Geo/Geo.csproj")).Descendants("PackageReference"));

    /// <summary>What a room is built to.</summary>
    internal static Assembly AssemblyOf(string room) => Assembly.Load(room == "Cli" ? "canvass" : $"Canvass.{room}");

    private static HashSet<string> Below(string room) => [.. Allowed[room], .. Allowed[room].SelectMany(Below)];
}
