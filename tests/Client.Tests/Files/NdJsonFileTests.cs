using System.Text;
using Canvass.Client.Files;
using Canvass.Contracts.GeoJson;

namespace Canvass.Client.Tests.Files;

[Trait("Category", "Unit")]
public sealed class NdJsonFileTests
{
    [Fact]
    public async Task A_line_is_a_camera_and_its_number_is_the_lines()
    {
        var rows = await Rows.NdJsonAsync($"\uFEFF{Rows.Feature("1")}\r\n\r\n  \n{Rows.Feature("2")}\n{Rows.Feature("3")}");

        Assert.Equal([(1, "1"), (4, "2"), (5, "3")], rows.Select(row => (row.Number, row.Camera!.Key.Id)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public async Task An_empty_file_has_no_rows(string text) => Assert.Empty(await Rows.NdJsonAsync(text));

    [Theory]
    [InlineData("{\"type\":\"Feature\"", "Not JSON")]
    [InlineData("{} {}", "Not JSON")]
    [InlineData("null", "null is no object")]
    [InlineData("id,lng", "Not JSON")]
    public async Task A_broken_line_is_named_and_the_next_one_is_read(string line, string says)
    {
        var rows = await Rows.NdJsonAsync($"{line}\n{Rows.Feature()}");

        Rows.Refuses([rows[0]], "feature", says);
        Assert.NotNull(rows[1].Camera);
    }

    [Fact]
    public async Task A_line_that_is_not_utf8_is_named()
    {
        using var content = new MemoryStream(Encoding.Latin1.GetBytes(Rows.Feature("\"caméra\"")));

        var rows = await CameraFile.ReadAsync(content, CameraFileFormat.NdJson, null, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Null(Assert.Single(rows).Camera);
    }

    [Fact]
    public async Task A_line_that_is_too_long_costs_only_itself()
    {
        var rows = await Rows.NdJsonAsync($"{new string(' ', FeatureText.MaxBytes + 1)}\n{Rows.Feature()}");

        Rows.Refuses([rows[0]], "feature", "larger than");
        Assert.Equal(2, rows[1].Number);
    }

    [Fact]
    public async Task A_stream_that_breaks_off_keeps_the_rows_before_the_break()
    {
        await using var content = new BreakingStream(Encoding.UTF8.GetBytes($"{Rows.Feature()}\n{{\"type\""));

        var rows = await CameraFile.ReadAsync(content, CameraFileFormat.NdJson, null, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.NotNull(rows[0].Camera);
        Assert.Contains("after row 1", rows[1].Errors["file"][0], StringComparison.Ordinal);
    }
}
