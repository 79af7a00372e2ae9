using System.Text.RegularExpressions;
using Canvass.Running;

namespace Canvass.Architecture.Tests;

/// <summary>The folders of a room and which of them uses which, read from the sources. A folder inside a folder belongs to the outer one.</summary>
internal sealed partial class RoomFolders
{
    private readonly SortedDictionary<string, SortedSet<string>> _uses = new(StringComparer.Ordinal);

    public RoomFolders(string room)
    {
        var root = Path.Combine(Repository.Root, "src", room);
        var mention = new Regex($@"\bCanvass\.{room}\.(?<folder>\w+)");
        foreach (var file in Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(root, file).Replace('\\', '/').Split('/');
            if (path.Length > 1)
            {
                UsesOf(path[0]).UnionWith(mention.Matches(File.ReadAllText(file)).Select(match => match.Groups["folder"].Value));
            }
        }

        foreach (var (folder, uses) in _uses)
        {
            uses.IntersectWith(_uses.Keys);
            uses.Remove(folder);
        }

        CompositionRoot = [.. Directory.GetFiles(root, "*.cs").Select(file => Path.GetFileNameWithoutExtension(file).Split('.')[0]).Distinct()];
        Sources = [.. _uses.Keys.SelectMany(folder => Directory.GetFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))];
    }

    /// <summary>The types of the files that stand directly in the room.</summary>
    public IReadOnlyList<string> CompositionRoot { get; }

    /// <summary>The files of all folders.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>The arrows that lie on a circle, as <c>From -> To</c>.</summary>
    public IEnumerable<string> CircularArrows() =>
        from folder in _uses
        from used in folder.Value
        where Reachable(used).Contains(folder.Key)
        select $"{folder.Key} -> {used}";

    private SortedSet<string> UsesOf(string folder) =>
        _uses.TryGetValue(folder, out var uses) ? uses : _uses[folder] = new(StringComparer.Ordinal);

    private HashSet<string> Reachable(string folder)
    {
        var reached = new HashSet<string>();
        var ahead = new Stack<string>([folder]);
        while (ahead.TryPop(out var next))
        {
            if (reached.Add(next))
            {
                foreach (var used in _uses[next])
                {
                    ahead.Push(used);
                }
            }
        }

        return reached;
    }
}
