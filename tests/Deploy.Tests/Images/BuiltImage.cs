using Canvass.Running;
using Canvass.Running.Processes;

namespace Canvass.Deploy.Tests.Images;

/// <summary>The files of the image, made by the instructions of the Dockerfile, without those of the images that it starts from.</summary>
internal sealed class BuiltImage
{
    private BuiltImage(ImageFile file, string root)
    {
        File = file;
        Root = root;
    }

    /// <summary>The Dockerfile.</summary>
    public ImageFile File { get; }

    /// <summary>The folder that is the image's <c>/</c>.</summary>
    public string Root { get; }

    /// <summary>Does what the Dockerfile says.</summary>
    /// <param name="file">The Dockerfile, of two stages.</param>
    /// <param name="folder">An empty folder to work in.</param>
    public static async Task<BuiltImage> BuildAsync(ImageFile file, string folder)
    {
        var stage = Directory.CreateDirectory(Path.Combine(folder, "stage")).FullName;
        var source = Directory.CreateDirectory(Path.Combine(folder, "source")).FullName;
        var root = Directory.CreateDirectory(Path.Combine(folder, "root")).FullName;
        foreach (var copied in file.Of("COPY").Select(text => text.Split(' ')).Where(words => !words[0].StartsWith("--", StringComparison.Ordinal)))
        {
            foreach (var name in copied[..^1])
            {
                await CopyAsync(Path.Combine(Repository.Root, name), Path.Combine(source, copied[^1]));
            }
        }

        foreach (var command in file.Commands)
        {
            await Programs.RunAsync(source, command[0], [.. command[1..].Select(word => word.StartsWith('/') ? stage + word : word)]);
        }

        foreach (var taken in file.Last.Of("COPY").Select(text => text.Split(' ')))
        {
            await CopyAsync(stage + taken[^2], root + taken[^1]);
        }

        return new(file, root);
    }

    private static async Task CopyAsync(string from, string to)
    {
        if (Directory.Exists(from))
        {
            Directory.CreateDirectory(to);
            await Programs.RunAsync(folder: null, "cp", "-R", $"{from}/.", to);
        }
        else
        {
            await Programs.RunAsync(folder: null, "cp", from, to);
        }
    }
}
