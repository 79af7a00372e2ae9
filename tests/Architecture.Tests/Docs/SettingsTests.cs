using System.Globalization;
using System.Text.RegularExpressions;
using Canvass.Running;

namespace Canvass.Architecture.Tests.Docs;

[Trait("Category", "Unit")]
public sealed partial class SettingsTests
{
    /// <summary>How the page writes that there is no default.</summary>
    private const string None = "–";

    private static IEnumerable<(string Name, string Default)> Built => Setting.All.Select(setting =>
        (setting.Name, Convert.ToString(setting.Default, CultureInfo.InvariantCulture) is { Length: > 0 } value ? $"`{value}`" : None));

    [Fact]
    public void The_table_has_every_setting_with_its_default_and_no_other()
    {
        var documented = Repository.Markdown("docs/reference/settings.md").Lines.Select(line => Row().Match(line)).Where(match => match.Success)
            .Select(match => (match.Groups["name"].Value, match.Groups["default"].Value));

        Assert.Equal(Built.Order(), documented.Order());
    }

    [Fact]
    public void No_page_names_a_setting_that_there_is_not()
    {
        var named = Repository.Pages.Where(page => page != "CHANGELOG.md").SelectMany(page => Named().Matches(Repository.Read(page)))
            .Select(match => match.Groups["name"].Value).Distinct();

        // 'Canvass__Name' stands for any.
        Assert.Equal([], named.Except([.. Built.Select(setting => setting.Name), "Name"]));
    }

    [GeneratedRegex(@"^\| `Canvass__(?<name>\w+)` \| (?<default>`[^`]*`|–)")]
    private static partial Regex Row();

    [GeneratedRegex(@"Canvass__(?<name>\w+)")]
    private static partial Regex Named();
}
