namespace Canvass.Client.Tests.Files;

/// <summary>Finds public data that is used where it lies and not part of the project.</summary>
internal static class RealFiles
{
    /// <summary>Opens a file; skips the test where the data is absent, except in CI, where nothing is skipped.</summary>
    public static FileStream Open(string name)
    {
        var path = Directories().Select(directory => Path.Combine(directory, name)).FirstOrDefault(File.Exists);
        if (path is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true",
                $"{name} is not there: set CANVASS_TEST_DATA to the directory of the test data.");
            throw new FileNotFoundException("In CI no test is skipped: set CANVASS_TEST_DATA to the directory of the test data.", name);
        }

        return File.OpenRead(path);
    }

    private static IEnumerable<string> Directories()
    {
        if (Environment.GetEnvironmentVariable("CANVASS_TEST_DATA") is { Length: > 0 } given)
        {
            yield return given;
        }

        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            yield return Path.Combine(directory.FullName, "shared", "data");
        }
    }
}
