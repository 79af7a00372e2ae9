using Canvass.Running;

namespace Canvass.Silo.Tests.Docs;

/// <summary>The commands in the documentation, run by bash on a demo silo.</summary>
[Trait("Category", "Cluster")]
[Collection(DemoSilo.Name)]
public sealed class CommandTests(DemoSilo demo) : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_five_minutes_of_the_readme_can_be_pasted()
    {
        var tour = Repository.Markdown("README.md").Section("Five minutes").Blocks("sh");

        var printed = await DocumentedShell.RunAsync(demo.Silo, _folder.Path, tour[0]);

        Assert.Contains("\"incidentId\":\"demo:1\"", printed, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"sent\"", printed, StringComparison.Ordinal);
        Assert.Contains("event: canvassSent", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_lines_of_the_readme_can_be_pasted()
    {
        var lines = Repository.Markdown("README.md").Section("Five minutes").Blocks("sh");
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "cameras.geojson"), """
            { "type": "FeatureCollection", "features": [
              { "type": "Feature", "geometry": { "type": "Point", "coordinates": [-84.568096, 33.902472] },
                "properties": { "cctv_id": 9089, "name": "COBB-CAM-006", "dir": "S", "RTSP": "rtsp://10.1.2.3/live" } } ] }
            """);

        var printed = await DocumentedShell.RunAsync(demo.Silo, _folder.Path, lines[1]);

        Assert.Contains("demo:1: Larceny from vehicle", printed, StringComparison.Ordinal);
        Assert.Contains("imported 1, updated 0, unchanged 0, rejected 0", printed, StringComparison.Ordinal);
    }

    /// <summary>The page's CSV is the file that its commands import, and what they print is what the page says.</summary>
    [Theory]
    [InlineData("docs/how-to/import-cameras.md", "cameras.csv", "{\"accepted\":1,\"unknown\":[\"gdot:9090\"]}")]
    [InlineData("docs/how-to/import-incidents.md", "calls.csv", "created apd-cad:171370103")]
    public async Task An_import_goes_as_its_page_says(string page, string file, string last)
    {
        var markdown = Repository.Markdown(page);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, file), markdown.Blocks("csv")[0]);

        var printed = await DocumentedShell.RunAsync(demo.Silo, _folder.Path, string.Join("\n", markdown.Blocks("sh")));

        Assert.Contains(markdown.Blocks("text")[0], printed, StringComparison.Ordinal);
        Assert.Contains(last, printed, StringComparison.Ordinal);
        Assert.Equal(
            string.Concat(markdown.Blocks("json")),
            markdown.Blocks("json") is [] ? "" : await File.ReadAllTextAsync(Path.Combine(_folder.Path, $"{file}.rejected.ndjson")));
    }
}
