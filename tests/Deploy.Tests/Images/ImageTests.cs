using System.Globalization;
using System.Xml.Linq;
using Canvass.Deploy.Tests.Manifests;
using Canvass.Running;
using k8s.Models;

namespace Canvass.Deploy.Tests.Images;

/// <summary>No engine builds the image here: what the Dockerfile says.</summary>
[Trait("Category", "Unit")]
public sealed class ImageTests
{
    private static readonly ImageFile Image = ImageFile.Ours;

    /// <summary>What <c>dotnet publish</c> makes in the image: the folder it goes to and the project.</summary>
    private static IEnumerable<(string Folder, string Project)> Published => Image.Commands
        .Where(command => command is ["dotnet", "publish", ..])
        .Select(command => (command[Array.IndexOf(command, "-o") + 1], command[2]));

    [Fact]
    public void Everything_that_is_copied_is_there_and_not_ignored()
    {
        var allowed = Repository.Read(".dockerignore").Split('\n').Where(line => line.StartsWith('!')).Select(line => line[1..]);
        var sources = Image.Of("COPY").Where(text => !text.Contains("--from=", StringComparison.Ordinal))
            .SelectMany(text => text.Split(' ')[..^1])
            .ToList();

        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.True(Path.Exists(Path.Combine(Repository.Root, source)), $"{source} is missing"));
        Assert.Equal(allowed.Order(), sources.Order());
    }

    [Fact]
    public void What_a_project_is_restored_from_is_copied() => Assert.All(Published, published =>
    {
        Assert.Contains(Image.Commands, command => command is ["dotnet", "restore", var project, "--locked-mode"] && project == published.Project);
        Assert.All(Closure(published.Project), project =>
        {
            Assert.StartsWith("src/", project, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, "packages.lock.json")), project);
        });
    });

    [Fact]
    public void The_programs_that_the_image_and_the_manifests_start_are_published_into_it()
    {
        var published = Published.Select(made => $"{made.Folder}/{Assembly(made.Project)}").ToList();
        var started = new[] { "ENTRYPOINT", "HEALTHCHECK" }.SelectMany(Image.Last.Of).Select(ImageFile.Exec)
            .Concat(Overlay.Production.Workloads.SelectMany(workload => workload.Containers)
                .Select(container => container.Command?.ToArray()).OfType<string[]>())
            .ToList();

        Assert.Equal(3, started.Count);
        Assert.All(started, command => Assert.Equal("dotnet", command[0]));
        Assert.All(started, command => Assert.Contains(command[1], published));
        Assert.All(published, program => Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, Path.GetFileName(program))), program));
    }

    [Fact]
    public void What_the_last_stage_takes_another_has_made()
    {
        var stages = Image.Of("FROM").Select(text => text.Split(' ')).Where(words => words is [.., "AS", _]).Select(words => words[^1]);
        var taken = Image.Last.Of("COPY").Select(text => text.Split(' ')).ToList();
        var made = Published.Select(published => published.Folder)
            .Concat(Image.Commands.Where(command => command is ["mkdir", _]).Select(command => command[1]));

        Assert.All(taken, words => Assert.Contains(words[0]["--from=".Length..], stages));
        Assert.All(taken, words => Assert.Contains(words[^2], made));
    }

    [Fact]
    public void The_image_runs_as_the_user_that_the_manifests_name()
    {
        var user = long.Parse(Assert.Single(Image.Last.Of("USER")), CultureInfo.InvariantCulture);

        Assert.True(user > 0);
        Assert.All(Overlay.Production.Workloads, workload => Assert.Equal(user, workload.Pod.SecurityContext.RunAsUser));
    }

    [Fact]
    public void The_image_opens_the_ports_of_the_manifests()
    {
        var exposed = Assert.Single(Image.Last.Of("EXPOSE")).Split(' ').Select(port => int.Parse(port, CultureInfo.InvariantCulture));

        var container = Overlay.Production.One<V1Deployment>("canvass-silo").Spec.Template.Spec.Containers[0];
        Assert.Equal(container.Ports.Select(port => port.ContainerPort), exposed);
    }

    [Fact]
    public void The_base_images_are_of_a_version_and_the_last_has_no_shell()
    {
        var framework = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("TargetFramework").Single().Value;
        var images = Image.Of("FROM").Select(text => text.Split(' ').First(word => !word.StartsWith('-'))).ToList();

        Assert.All(images, image => Assert.StartsWith(framework["net".Length..], image.Split(':')[1], StringComparison.Ordinal));
        Assert.EndsWith("-chiseled", images[^1], StringComparison.Ordinal);
        Assert.Empty(Image.Last.Of("RUN"));
    }

    private static string Assembly(string project) =>
        $"{Project(project).Descendants("AssemblyName").SingleOrDefault()?.Value ?? $"Canvass.{Path.GetFileNameWithoutExtension(project)}"}.dll";

    /// <summary>A project and those that it is built from.</summary>
    private static IEnumerable<string> Closure(string project) => Project(project).Descendants("ProjectReference")
        .Select(reference => Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, reference.Attribute("Include")!.Value))
        .Select(path => Path.GetRelativePath(Repository.Root, Path.GetFullPath(path)))
        .SelectMany(Closure).Append(project);

    private static XDocument Project(string project) => XDocument.Load(Path.Combine(Repository.Root, project));
}
