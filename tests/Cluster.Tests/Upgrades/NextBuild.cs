using Canvass.Running;
using Canvass.Running.Processes;

namespace Canvass.Cluster.Tests.Upgrades;

/// <summary>The program as a next version might be: the same sources with one more optional field in a message between gateways and grains.</summary>
internal sealed class NextBuild : IDisposable
{
    /// <summary>The new field, as the HTTP doors of the next version take it and give it.</summary>
    public const string Field = "weather";

    private static readonly string[] Copied = ["src", "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig"];

    private static readonly (string File, string Before, string Added)[] Changes =
    [
        ("src/Contracts/Incidents/IncidentReport.cs", "    /// <summary>Names everything that is wrong",
            "    /// <summary>The weather.</summary>\n    [Id(99)]\n    public string? Weather { get; init; }\n\n"),
        ("src/Gateway/Incidents/IncidentBody.cs", "    /// <summary>When the source made", "    /// <summary>The weather.</summary>\n    public string? Weather { get; init; }\n\n"),
        ("src/Gateway/Incidents/IncidentReading.cs", "            Address = body.Address,", "            Weather = body.Weather,\n"),
        ("src/Gateway/Incidents/IncidentAnswer.cs", "    /// <summary>When the source made", "    /// <summary>The weather.</summary>\n    public string? Weather { get; init; }\n\n"),
        ("src/Gateway/Incidents/IncidentAnswer.cs", "            Address = report.Address,", "            Weather = report.Weather,\n"),
    ];

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

    private async Task ChangeAsync(string file, string before, string added)
    {
        var path = Path.Combine(_folder.Path, file);
        var text = await File.ReadAllTextAsync(path);
        var place = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(place >= 0, $"{file} has no '{before}' any more: name another place for the new field.");
        await File.WriteAllTextAsync(path, text.Insert(place, added));
    }
}
