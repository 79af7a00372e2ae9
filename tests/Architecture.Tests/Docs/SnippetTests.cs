using Canvass.Running;

namespace Canvass.Architecture.Tests.Docs;

[Trait("Category", "Unit")]
public sealed class SnippetTests
{
    private static readonly string[] Compiled =
    [
        .. new[] { "samples", "tests/Silo.Tests/Docs" }
            .SelectMany(folder => Repository.Files(Path.Combine(Repository.Root, folder), "*.cs"))
            .Select(file => Text(File.ReadAllText(file))),
    ];

    public static TheoryData<string> Pages => [.. Repository.Pages];

    /// <summary>But for its indentation.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Code_in_a_page_stands_word_for_word_in_a_file_that_is_compiled(string page) =>
        Assert.Equal([], Repository.Markdown(page).Blocks("csharp")
            .Where(block => !Compiled.Any(file => file.Contains(Text(block), StringComparison.Ordinal))));

    private static string Text(string code) =>
        string.Concat(code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => $"{line}\n"));
}
