using System.Text.Json;
using System.Text.RegularExpressions;
using Canvass.Running;

namespace Canvass.Deploy.Tests.Images;

/// <summary>The Dockerfile, as instructions.</summary>
internal sealed partial record ImageFile(IReadOnlyList<(string Word, string Text)> Instructions)
{
    /// <summary>The one at the root.</summary>
    public static ImageFile Ours { get; } = Parse(Repository.Read("Dockerfile"));

    /// <summary>What the image itself is made by: the last stage.</summary>
    public ImageFile Last => new([.. Instructions.Skip(Instructions.Index().Last(entry => entry.Item.Word == "FROM").Index)]);

    /// <summary>The commands that build runs, one by one.</summary>
    public IEnumerable<string[]> Commands =>
        Of("RUN").SelectMany(text => text.Split("&&", StringSplitOptions.TrimEntries)).Select(command => command.Split(' '));

    /// <summary>What follows a word.</summary>
    public IEnumerable<string> Of(string word) => Instructions.Where(instruction => instruction.Word == word).Select(instruction => instruction.Text);

    /// <summary>The words of an instruction in its exec form, which needs no shell.</summary>
    public static string[] Exec(string text) => JsonSerializer.Deserialize<string[]>(text[text.IndexOf('[', StringComparison.Ordinal)..])!;

    private static ImageFile Parse(string text) => new([.. Continued().Replace(text, " ").Split('\n')
        .Where(line => line.Length > 0 && !line.StartsWith('#'))
        .Select(line => line.Split(' ', 2))
        .Select(parts => (parts[0], parts[1]))]);

    [GeneratedRegex(@"\\\n\s*")]
    private static partial Regex Continued();
}
