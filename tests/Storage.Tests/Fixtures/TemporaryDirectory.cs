namespace Canvass.Storage.Tests.Fixtures;

/// <summary>A directory of its own for a test, gone afterwards.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("canvass-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
