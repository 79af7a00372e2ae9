using System.Globalization;
using Canvass.Client.Files;

namespace Canvass.Client.Tests.Files;

[Trait("Category", "Unit")]
public sealed class LargeFileTests
{
    private const int MebiByte = 1024 * 1024;
    private const int Rows100 = 100 * MebiByte / PaddedRow;
    private const int PaddedRow = 2_048;
    private static readonly string Padding = new('p', PaddedRow - 150);

    [Theory]
    [InlineData(CameraFileFormat.GeoJson)]
    [InlineData(CameraFileFormat.NdJson)]
    [InlineData(CameraFileFormat.Csv)]
    public async Task A_hundred_megabytes_are_read_in_bounded_memory(CameraFileFormat format)
    {
        await using var content = format switch
        {
            CameraFileFormat.GeoJson => new RepeatingStream(
                "{\"features\":[", i => (i == 0 ? "" : ",") + Feature(i), Rows100, "],\"type\":\"FeatureCollection\"}"),
            CameraFileFormat.NdJson => new RepeatingStream("", i => Feature(i) + "\n", Rows100, ""),
            _ => new RepeatingStream("id,lng,lat,tier,x\n", i => Invariant($"{i},-84.39,33.78,integrated,{Padding}\n"), Rows100, ""),
        };
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var cameras = 0;

        await foreach (var row in CameraFile.ReadAsync(content, format, null, TestContext.Current.CancellationToken))
        {
            Assert.NotNull(row.Camera);
            if (++cameras % 10_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal(Rows100, cameras);
        Assert.True(content.Position > 90L * MebiByte);
        Assert.True(most < 16L * MebiByte, $"It took {most} bytes.");
    }

    [Theory]
    [InlineData(CameraFileFormat.GeoJson, "{\"features\":[{\"a\":\"")]
    [InlineData(CameraFileFormat.NdJson, "{\"a\":\"")]
    [InlineData(CameraFileFormat.Csv, "id,lng,lat,tier\n\"")]
    public async Task A_row_without_end_is_not_gathered_in_memory(CameraFileFormat format, string start)
    {
        await using var content = new RepeatingStream(start, _ => Padding, 20 * MebiByte / PaddedRow, "");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var rows = await CameraFile.ReadAsync(content, format, null, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        var row = Assert.Single(rows);
        Assert.Null(row.Camera);
        Assert.NotEmpty(row.Errors);

        // The stream makes up its own 20 MB and the strings they come from.
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 70L * MebiByte);
    }

    private static string Feature(int i) =>
        Rows.Feature(i.ToString(CultureInfo.InvariantCulture), properties: $"\"tier\":\"integrated\",\"x\":\"{Padding}\"");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
