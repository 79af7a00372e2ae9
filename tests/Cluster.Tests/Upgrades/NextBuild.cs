using System.Text.RegularExpressions;
using Canvass.Running;
using Canvass.Running.Processes;

namespace Canvass.Cluster.Tests.Upgrades;

/// <summary>The program as a next version might be: the same sources with one more optional field in a message between gateways and grains,
/// and with grain classes, grain interfaces and messages under other names in other namespaces.</summary>
internal sealed class NextBuild : IDisposable
{
    /// <summary>The new field, as the HTTP doors of the next version take it and give it.</summary>
    public const string Field = "weather";

    private static readonly string[] Copied = ["src", "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig"];

    private static readonly (string File, string Before, string Added)[] Changes =
    [
        ("src/Contracts/Incidents/IncidentReport.cs", "    /// <summary>Names everything that is wrong",
            "    /// <summary>The weather.</summary>\n    [Id(99)]\n    public string? Weather { get; init; }\n\n"),
        ("src/Contracts/Incidents/IncidentBody.cs", "    /// <summary>When the source made", "    /// <summary>The weather.</summary>\n    public string? Weather { get; init; }\n\n"),
        ("src/Contracts/Incidents/IncidentReader.cs", "            Address = body.Address,", "            Weather = body.Weather,\n"),
        ("src/Gateway/Incidents/IncidentAnswer.cs", "    /// <summary>When the source made", "    /// <summary>The weather.</summary>\n    public string? Weather { get; init; }\n\n"),
        ("src/Gateway/Incidents/IncidentAnswer.cs", "            Address = report.Address,", "            Weather = report.Weather,\n"),
    ];

    // Orleans' wire names are pinned, so that none of these may matter between the two builds.
    private static readonly Dictionary<string, string> Renamings = new()
    {
        ["IncidentGrain"] = "CaseProcess",
        ["IIncidentGrain"] = "ICaseProcess",
        ["CameraGrain"] = "LensProcess",
        ["ICameraGrain"] = "ILensProcess",
        ["IncidentReport"] = "CaseReport",
        ["TimeWindow"] = "TimeSpread",
        ["Canvass.Contracts.Incidents"] = "Canvass.Contracts.Cases",
        ["Canvass.Grains.Incidents"] = "Canvass.Grains.Cases",
        ["Canvass.Grains.Cells"] = "Canvass.Grains.Hexes",
    };

    private readonly TestFolder _folder = new();

    /// <summary>The folder of the built program.</summary>
    public string ProgramFolder => Path.Combine(_folder.Path, "artifacts", "bin", "Silo", "debug");

    /// <summary>Copies the sources, changes them and builds them.</summary>
    public static async Task<NextBuild> MakeAsync()
    {
        var build = new NextBuild();
        try
        {
            foreach (var name in Copied)
            {
                await Programs.RunAsync(folder: null, "cp", "-R", Path.Combine(Repository.Root, name), build._folder.Path);
            }

            foreach (var (file, before, added) in Changes)
            {
                await build.ChangeAsync(file, before, added);
            }

            await build.RenameAsync();

            // The list of contracts is what a change of them has to be reviewed against; this one is made on purpose.
            await Programs.RunAsync(folder: null, "dotnet", "build", Path.Combine(build._folder.Path, "src", "Silo"), "-v", "quiet", "--nologo",
                "-p:EnableOrleansContractsAnalyzer=false", "-p:RunAnalyzers=false", "-p:GenerateDocumentationFile=false");
            return build;
        }
        catch
        {
            build.Dispose();
            throw;
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task RenameAsync()
    {
        // What stands in quotes keeps its name: there the wire names are.
        var names = new Regex($"""
            "(?:[^"\\\n]|\\.)*"|\b(?:{string.Join('|', Renamings.Keys.Select(Regex.Escape))})\b
            """.Trim());
        var renamed = new HashSet<string>();
        foreach (var file in Directory.GetFiles(Path.Combine(_folder.Path, "src"), "*.cs", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(file, names.Replace(text, match =>
            {
                if (!Renamings.TryGetValue(match.Value, out var name))
                {
                    return match.Value;
                }

                renamed.Add(match.Value);
                return name;
            }));
        }

        Assert.True(renamed.SetEquals(Renamings.Keys), $"Not in the sources any more: {string.Join(", ", Renamings.Keys.Except(renamed))}.");
    }

    private async Task ChangeAsync(string file, string before, string added)
    {
        var path = Path.Combine(_folder.Path, file);
        var text = await File.ReadAllTextAsync(path);
        var place = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(place >= 0, $"{file} has no '{before}' any more: name another place for the new field.");
        await File.WriteAllTextAsync(path, text.Insert(place, added));
    }
}
