using Canvass.Running.Processes;

namespace Canvass.Running;

/// <summary>A file system in memory with little room, gone when disposed. Needs root.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    private const int Block = 64 * 1024;

    private SmallDisk(string path) => Path = path;

    /// <summary>Where it is mounted; everybody may write there.</summary>
    public string Path { get; }

    private string Filler => System.IO.Path.Combine(Path, "filler");

    /// <summary>Makes one.</summary>
    /// <param name="mebibytes">How much it holds.</param>
    public static async Task<SmallDisk> MountAsync(int mebibytes)
    {
        var path = Directory.CreateTempSubdirectory("canvass-disk-").FullName;
        await Programs.RunAsync(folder: null, "mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size={mebibytes}m,mode=1777"), "canvass", path);
        return new(path);
    }

    /// <summary>Takes all room that is left.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(new byte[Block]);
            }
        }
        catch (IOException)
        {
            // Full, as it should be.
        }
    }

    /// <summary>Gives back what <see cref="Fill"/> took.</summary>
    public void Free() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        await Programs.RunAsync(folder: null, "umount", "-l", Path);
        Directory.Delete(Path);
    }
}
