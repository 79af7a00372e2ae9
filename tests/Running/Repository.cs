namespace Canvass.Running;

/// <summary>The checked-out repository.</summary>
public static class Repository
{
    private static readonly string[] NotOurs = ["artifacts", "bin", "obj", "node_modules", "data", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = Find();

    /// <summary>Every page of documentation, relative to the root.</summary>
    public static IEnumerable<string> Pages => Files(Root, "*.md").Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static MarkdownFile Markdown(string path) => new(Read(path).Split('\n'));

    /// <summary>The files of a folder and those below it, without what is built or fetched.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern)
        .Concat(Directory.EnumerateDirectories(folder)
            .Where(inner => Path.GetFileName(inner) is var name && !name.StartsWith('.') && !NotOurs.Contains(name))
            .SelectMany(inner => Files(inner, pattern)));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Canvass.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Canvass.slnx is in no folder above the tests.");
    }
}
