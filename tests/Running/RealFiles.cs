namespace Canvass.Running;

/// <summary>Real public data, which is read where it lies and never copied: the folder that CANVASS_TEST_DATA names, or a folder
/// <c>shared/data</c> beside the repository.</summary>
public static class RealFiles
{
    /// <summary>The path of a file; the test is skipped, with the reason, where there is none. In CI it fails instead.</summary>
    public static string Path(string file)
    {
        var path = Find(file);
        if (path is null && Environment.GetEnvironmentVariable("CI") == "true")
        {
            throw new FileNotFoundException($"The test data '{file}' is missing: set CANVASS_TEST_DATA to the folder that holds it.");
        }

        Assert.SkipWhen(path is null, $"The test data '{file}' is not on this machine: set CANVASS_TEST_DATA to the folder that holds it.");
        return path!;
    }

    private static string? Find(string file)
    {
        if (Environment.GetEnvironmentVariable("CANVASS_TEST_DATA") is { Length: > 0 } folder)
        {
            return Existing(System.IO.Path.Combine(folder, file));
        }

        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            if (Existing(System.IO.Path.Combine(above.FullName, "shared", "data", file)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Existing(string path) => File.Exists(path) ? path : null;
}
