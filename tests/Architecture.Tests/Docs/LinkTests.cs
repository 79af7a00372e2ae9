using System.Text.RegularExpressions;
using Canvass.Running;

namespace Canvass.Architecture.Tests.Docs;

[Trait("Category", "Unit")]
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Repository.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_of_a_page_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        var links = Repository.Markdown(page).Prose.SelectMany(line => Link().Matches(line))
            .Select(match => match.Groups["target"].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !Uri.TryCreate(target, UriKind.Absolute, out _));

        Assert.Equal([], links.Where(target => !Path.Exists(Path.Combine(folder, target))));
    }

    [Fact]
    public void The_index_of_the_documentation_leads_to_every_page()
    {
        var linked = Repository.Markdown("docs/README.md").Lines.SelectMany(line => Link().Matches(line))
            .Select(match => $"docs/{match.Groups["target"].Value}");

        Assert.Equal([], Repository.Pages.Where(page => page.StartsWith("docs/", StringComparison.Ordinal)).Except([.. linked, "docs/README.md"]));
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
