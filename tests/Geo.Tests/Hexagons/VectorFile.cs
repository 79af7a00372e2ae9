using System.IO.Compression;

namespace Canvass.Geo.Tests.Hexagons;

/// <summary>Golden vectors that tools/h3-vectors wrote.</summary>
internal static class VectorFile
{
    /// <summary>The variable that names a larger file, for runs on demand.</summary>
    public const string Variable = "CANVASS_H3_VECTORS";

    public static IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(Open());
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static Stream Open()
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(path))
        {
            return File.OpenRead(path);
        }

        var sample = typeof(VectorFile).Assembly.GetManifestResourceStream("h3-vectors.txt.gz");
        return new GZipStream(sample!, CompressionMode.Decompress);
    }
}
