using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Canvass.Running;

namespace Canvass.Cli.Tests.RealData;

/// <summary>Georgia's traffic cameras and a year of Atlanta's offences, through the command line into a real silo, checked against
/// computations of the tests' own.</summary>
[Trait("Category", "RealData")]
public sealed class AtlantaTests(ITestOutputHelper output) : IDisposable
{
    private const double RangeM = 300;
    private const int Compared = 2_000;

    private const string CameraMap = "id=cctv_id,name=name,bearingDeg=dir,stream=RTSP";
    private const string IncidentMap =
        "number=offense_id,from=occur_date+occur_time,to=poss_date+poss_time,type=uc2_literal,lng=x,lat=y,address=location,reportedAt=rpt_date";

    private static readonly Dictionary<string, double> Bearings = new()
    {
        ["N"] = 0,
        ["NE"] = 45,
        ["E"] = 90,
        ["SE"] = 135,
        ["S"] = 180,
        ["SW"] = 225,
        ["W"] = 270,
        ["NW"] = 315,
    };

    /// <summary>The command line where it is built: beside the tests it would find the tests' frameworks.</summary>
    private static string Program => Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "canvass.dll");

    private readonly TestFolder _data = new();
    private readonly TestFolder _files = new();

    public void Dispose()
    {
        _data.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task Real_cameras_and_a_year_of_real_incidents_come_in_whole_and_coverage_equals_brute_force()
    {
        var cameras = RealFiles.Path("atlanta/cameras-gdot.geojson");
        var incidents = RealFiles.Path("atlanta/incidents-apd-2016.csv");
        await using var silo = await SiloProcess.StartAsync(_data.Path);
        await ImportCamerasAsync(silo, cameras);
        await ImportIncidentsAsync(silo, incidents);
        await CompareCoverageAsync(silo, new(Lenses(cameras)), Rows(incidents));
    }

    private async Task ImportCamerasAsync(SiloProcess silo, string file)
    {
        var (first, rejected) = await ImportAsync(silo, "cameras", file, CameraMap, "tier=integrated,agency=gdot,ownerId=gdot,rangeM=300");
        Assert.Equal((3_207, 0, 0, 9), Counts(first));
        Assert.All(rejected, row => Assert.Contains("[0, 0]", row["errors"]!.ToJsonString(), StringComparison.Ordinal));

        var (second, _) = await ImportAsync(silo, "cameras", file, CameraMap, "tier=integrated,agency=gdot,ownerId=gdot,rangeM=300");
        Assert.Equal((0, 0, 3_207, 9), Counts(second));
    }

    private async Task ImportIncidentsAsync(SiloProcess silo, string file)
    {
        var rows = Rows(file);
        var started = Stopwatch.GetTimestamp();
        var (summary, rejected) = await ImportAsync(silo, "incidents", file, IncidentMap,
            "source=apd-cad,agency=apd,scheme=apd-uc2", "--time-zone", "America/New_York");
        var took = Stopwatch.GetElapsedTime(started);
        var (imported, updated, unchanged, refused) = Counts(summary);

        Assert.Equal(rows.Count, imported + updated + unchanged + refused);
        Assert.Equal(rows.Count(row => row.IsUsable), imported + updated + unchanged);
        Assert.Equal(rows.Where(row => row.IsUsable).Select(row => row.Number).Distinct().Count(), imported);
        Assert.Equal(rows.Count(row => !row.IsUsable), rejected.Count);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{imported} incidents came in, {updated + unchanged} repeats, {refused} refused, in {took.TotalSeconds:F1} s."));
    }

    private async Task CompareCoverageAsync(SiloProcess silo, BruteForce truth, List<Row> rows)
    {
        // Of an offence that stands in the file twice the newer report counts; those are left out of the comparison.
        var once = rows.Where(row => row.IsUsable).GroupBy(row => row.Number).Where(same => same.Count() == 1).Select(same => same.Single()).ToList();
        var step = once.Count / Compared;
        var (seen, atTheRim, worstShare) = (0, 0, 0.0);
        foreach (var row in Enumerable.Range(0, Compared).Select(i => once[i * step]))
        {
            var report = (await silo.Http.GetFromJsonAsync<JsonNode>($"/v1/incidents/apd-cad%3A{row.Number}/coverage"))!;
            Assert.True(report["complete"]!.GetValue<bool>());
            var listed = report["cameras"]!.AsArray().Select(camera => camera!["id"]!.GetValue<string>()).ToHashSet();
            var looks = truth.Around(row.Lng, row.Lat, 250);
            foreach (var look in looks.Where(look => (look.DistanceOfViewM <= 250) != listed.Contains(look.Id)))
            {
                Assert.True(Math.Abs(look.DistanceOfViewM - 250) <= 1, $"{row.Number}: {look.Id}'s view comes within {look.DistanceOfViewM} m.");
                atTheRim++;
            }

            Assert.Equal([], listed.Except(looks.Select(look => look.Id)));
            var share = BruteForce.Share(looks, 250);
            worstShare = Math.Max(worstShare, Math.Abs(share - report["share"]!["integrated"]!.GetValue<double>()));
            seen += listed.Count;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Compared} incidents: {seen} sightings, {atTheRim} at the rim, shares at most {worstShare * 100:F3} percentage points off."));
        Assert.True(seen > 1_000, "Too few sightings to prove anything.");
        Assert.True(worstShare <= 0.01, $"A share is {worstShare} off.");
    }

    private async Task<(JsonNode Summary, List<JsonNode> Rejected)> ImportAsync(
        SiloProcess silo, string what, string file, string map, string set, params string[] more)
    {
        var rejected = Path.Combine(_files.Path, $"{what}.rejected.ndjson");
        string[] arguments =
        [
            what, "import", file, "--map", map, "--set", set, "--rejected", rejected, "--json",
            "--gateway", $"127.0.0.1:{silo.GatewayPort}", .. more,
        ];
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{printed}\n{await errors}");
        return (JsonNode.Parse(printed)!, File.Exists(rejected) ? [.. File.ReadLines(rejected).Select(line => JsonNode.Parse(line)!)] : []);
    }

    private static (int Imported, int Updated, int Unchanged, int Rejected) Counts(JsonNode summary) => (
        summary["imported"]!.GetValue<int>(), summary["updated"]!.GetValue<int>(), summary["unchanged"]!.GetValue<int>(),
        summary["rejected"]!.GetValue<int>());

    private static List<BruteForce.Lens> Lenses(string file) =>
    [
        .. JsonNode.Parse(File.ReadAllText(file))!["features"]!.AsArray().Select(feature => feature!).Select(feature => new BruteForce.Lens(
            feature["properties"]!["cctv_id"]!.GetValue<string>(),
            feature["geometry"]!["coordinates"]![0]!.GetValue<double>(),
            feature["geometry"]!["coordinates"]![1]!.GetValue<double>(),
            feature["properties"]!["dir"]?.GetValue<string>() is { } letters && Bearings.TryGetValue(letters.Trim(), out var bearing) ? bearing : null,
            90,
            RangeM)).Where(lens => lens is not { Lng: 0, Lat: 0 }),
    ];

    /// <summary>The file's rows; no field of it holds a comma or a quote.</summary>
    private static List<Row> Rows(string file)
    {
        var lines = File.ReadAllLines(file);
        var column = lines[0].Split(',').Index().ToDictionary(name => name.Item, name => name.Index);
        return [.. lines.Skip(1).Select(line => line.Split(',')).Select(fields => new Row(
            fields[column["offense_id"]], fields[column["occur_date"]], fields[column["occur_time"]], fields[column["poss_date"]],
            fields[column["poss_time"]], fields[column["x"]], fields[column["y"]]))];
    }

    private sealed record Row(string Number, string FromDate, string FromTime, string ToDate, string ToTime, string X, string Y)
    {
        public double Lng => double.Parse(X, CultureInfo.InvariantCulture);

        public double Lat => double.Parse(Y, CultureInfo.InvariantCulture);

        /// <summary>Whether the row has a place and a time, and the time does not run backwards.</summary>
        public bool IsUsable => X.Length > 0 && Y.Length > 0 && Time(FromDate, FromTime) is { } from
            && (ToDate.Length == 0 || (Time(ToDate, ToTime) is { } to && to >= from));

        private static DateTime? Time(string date, string time) =>
            DateTime.TryParseExact($"{date} {time}", "MM/dd/yyyy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)
                ? parsed
                : null;
    }
}
