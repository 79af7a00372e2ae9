namespace Canvass.Architecture.Tests;

/// <summary>The checked-out repository.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

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
