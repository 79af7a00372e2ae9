using System.Text.RegularExpressions;
using Canvass.Running;

namespace Canvass.Architecture.Tests.Docs;

[Trait("Category", "Unit")]
public sealed partial class CommandTests
{
    private static readonly string[] Verbs = ["add", "build", "format", "new", "publish", "restore", "run", "test"];

    public static TheoryData<string> Pages => [.. Repository.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_script_that_a_page_names_is_there(string page) =>
        Assert.Equal([], Named(page, Script(), "file").Where(file => !File.Exists(Path.Combine(Repository.Root, file))));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_dotnet_command_that_a_page_names_is_one(string page) =>
        Assert.Equal([], Named(page, Dotnet(), "verb").Where(verb => !Verbs.Contains(verb) && !IsOfARoom(verb)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_project_that_a_page_names_is_there(string page) =>
        Assert.Equal([], Named(page, Project(), "project").Where(project => !IsProject(Path.Combine(Repository.Root, project))));

    private static IEnumerable<string> Named(string page, Regex pattern, string group) =>
        pattern.Matches(Repository.Read(page)).Select(match => match.Groups[group].Value);

    private static bool IsProject(string path) =>
        File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFiles(path, "*.csproj").Any());

    /// <summary>A built program, for example <c>canvass/Canvass.Silo.dll</c>.</summary>
    private static bool IsOfARoom(string program) => Path.GetFileName(program) is var name
        && name.StartsWith("Canvass.", StringComparison.Ordinal) && name.EndsWith(".dll", StringComparison.Ordinal)
        && IsProject(Path.Combine(Repository.Root, "src", name["Canvass.".Length..^".dll".Length]));

    [GeneratedRegex(@"(?<![\w/.-])(?<file>(scripts|\.ci)/[\w.-]*\w)")]
    private static partial Regex Script();

    [GeneratedRegex(@"(?<=^|`|\s)dotnet (?<verb>[\w./-]+)", RegexOptions.Multiline)]
    private static partial Regex Dotnet();

    [GeneratedRegex(@"(--project|dotnet publish|dotnet build|reference) (?<project>[\w.]+/[\w./*-]*\w)")]
    private static partial Regex Project();
}
