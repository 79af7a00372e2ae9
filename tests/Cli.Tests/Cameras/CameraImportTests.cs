using System.Text.Json;
using Canvass.Cli.Commands;
using Canvass.Cli.Tests.Grids;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.Grid;

namespace Canvass.Cli.Tests.Cameras;

[Trait("Category", "Unit")]
public sealed class CameraImportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("canvass-cli-").FullName;
    private readonly StubbedShell _shell = new();
    private readonly List<Camera> _imported = [];

    public CameraImportTests() => _shell.Answers[nameof(IGridGrain.ImportAsync)] = values =>
    {
        _imported.AddRange((IReadOnlyList<Camera>)values[0]!);
        return Task.FromResult(new ImportOutcome { Imported = _imported.Count, Updated = 0, Unchanged = 0 });
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Good_rows_go_in_bad_rows_are_named_and_the_exit_code_is_0()
    {
        var file = Write("cameras.csv", "cctv,x,y,dir\n1,-84.38,33.78,N\n2,-84.38,133,S\n3,-84.37,33.77,90\n");

        var code = await _shell.RunAsync(
            "cameras", "import", file, "--map", "id=cctv,lng=x,lat=y,bearingDeg=dir", "--set", "tier=integrated,ownerId=dot", "--id-prefix", "dot:");

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(["dot:1", "dot:3"], _imported.Select(camera => camera.Key.Id));
        Assert.All(_imported, camera => Assert.Equal((CameraTier.Integrated, "dot"), (camera.Tier, camera.Owner.Id)));
        Assert.Equal([0.0, 90.0], _imported.Select(camera => camera.BearingDeg));
        Assert.StartsWith("imported 2, updated 0, unchanged 0, rejected 1\n  row 2 (dot:2): ", _shell.Out, StringComparison.Ordinal);
        var rejected = JsonDocument.Parse(Assert.Single(File.ReadAllLines(file + ".rejected.ndjson"))).RootElement;
        Assert.Equal((2, "dot:2"), (rejected.GetProperty("row").GetInt32(), rejected.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task File_of_rejected_rows_from_an_earlier_run_goes_where_there_are_none()
    {
        var file = Write("cameras.csv", "id,lng,lat,tier\n1,-84.38,33.78,integrated\n");
        Write("cameras.csv.rejected.ndjson", "{}\n");

        Assert.Equal(ExitCode.Done, await _shell.RunAsync("cameras", "import", file));
        Assert.False(File.Exists(file + ".rejected.ndjson"));
    }

    [Fact]
    public async Task Json_summary_counts_and_names_the_rejected()
    {
        var file = Write("cameras.ndjson", "nonsense\n");

        Assert.Equal(ExitCode.Done, await _shell.RunAsync("cameras", "import", file, "--json"));
        Assert.StartsWith("""{"imported":0,"updated":0,"unchanged":0,"rejected":1,"rejectedFile":""", _shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_not_there_or_is_none_gives_exit_code_1()
    {
        Assert.Equal(ExitCode.Failed, await _shell.RunAsync("cameras", "import", Path.Combine(_folder, "none.csv")));
        Assert.StartsWith("error: the file: ", _shell.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, await _shell.RunAsync("cameras", "import", Write("no.geojson", "{\"type\":\"Feature")));
    }

    [Fact]
    public async Task Rejected_rows_never_overwrite_the_file()
    {
        var file = Write("cameras.csv", "id,lng,lat,tier\n");

        Assert.Equal(ExitCode.Usage, await _shell.RunAsync("cameras", "import", file, "--rejected", file));
        Assert.True(File.Exists(file));
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
