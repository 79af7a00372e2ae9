using System.Text;
using Canvass.Client.Files;
using Canvass.Contracts.GeoJson;

namespace Canvass.Client.Tests.Files;

[Trait("Category", "Unit")]
public sealed class GeoJsonFileTests
{
    private static readonly string Good = Rows.Feature();

    [Theory]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", 0)]
    [InlineData(""" { "features" : [ @ ] , "type" : "FeatureCollection" } """, 1)]
    [InlineData("""{"crs":{"a":["]}",{"\"":"\\"}]},"features":[@],"bbox":[1,2,3,4],"n":-1.5e3,"t":true}""", 1)]
    [InlineData("""{"feat\u0075res":[@]}""", 1)]
    [InlineData("\uFEFF{\"features\":[@]}\n", 1)]
    public async Task Features_are_found_wherever_they_stand(string text, int expected)
    {
        var rows = await Rows.GeoJsonAsync(text.Replace("@", Good, StringComparison.Ordinal));

        Assert.Equal(expected, rows.Count);
        Assert.All(rows, row => Assert.NotNull(row.Camera));
    }

    [Theory]
    [InlineData("", "byte 0: the file ends too early")]
    [InlineData("   ", "the file ends too early")]
    [InlineData("id,lng,lat\n", "byte 0: a FeatureCollection begins with '{'")]
    [InlineData("[]", "begins with '{'")]
    [InlineData("{}", "there is no 'features'")]
    [InlineData("{\"type\":\"Feature\"}", "there is no 'features'")]
    [InlineData("{\"features\":null}", "'features' is an array")]
    [InlineData("{\"features\":{}}", "'features' is an array")]
    [InlineData("{\"features\":[", "the file ends too early")]
    [InlineData("{\"features\":[]", "the file ends too early")]
    [InlineData("{\"features\":[]}]", "something follows")]
    [InlineData("{\"features\":[,]}", "a value should stand here")]
    [InlineData("{\"features\":[}", "a value should stand here")]
    [InlineData("{\"features\"[]}", "':' follows")]
    [InlineData("{features:[]}", "a member's name in quotes")]
    [InlineData("{\"a\":1,}", "a member's name in quotes")]
    [InlineData("{\"a\":1 \"b\":2}", "',' or '}' should stand here")]
    [InlineData("{\"a\":}", "a value should stand here")]
    [InlineData("{\"a\":[}]}", "'}' stands where ']' should")]
    [InlineData("{\"\\x\":1}", "is no JSON text")]
    [InlineData("\u001f\u008b\u0008", "begins with '{'")]
    public async Task A_file_that_is_no_collection_is_named(string text, string says) =>
        Rows.Refuses(await Rows.GeoJsonAsync(text), "file", says);

    [Fact]
    public async Task A_file_that_breaks_off_keeps_the_rows_before_the_break()
    {
        var text = Rows.Collection(Rows.Feature("1"), Rows.Feature("2"), Rows.Feature("3"));
        for (var length = text.LastIndexOf("\"id\":3", StringComparison.Ordinal); length < text.Length; length++)
        {
            var rows = await Rows.GeoJsonAsync(text[..length]);

            Assert.Equal(["1", "2"], rows.Take(2).Select(row => row.Camera?.Key.Id));
            Assert.Contains("Reading ends at byte", rows[^1].Errors["file"][0], StringComparison.Ordinal);
            Assert.Equal(rows.Count, rows[^1].Number);
        }
    }

    [Fact]
    public async Task A_stream_that_breaks_off_keeps_the_rows_before_the_break()
    {
        await using var content = new BreakingStream(Encoding.UTF8.GetBytes(Rows.Collection(Good, Rows.Feature("2")))[..200]);

        var rows = await CameraFile.ReadAsync(content, CameraFileFormat.GeoJson, null, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.NotNull(rows[0].Camera);
        Assert.Contains("after row 1", rows[1].Errors["file"][0], StringComparison.Ordinal);
        Assert.Equal(2, rows.Count);
    }

    [Fact]
    public async Task A_feature_may_come_in_pieces_of_any_size()
    {
        var text = Rows.Collection(Rows.Feature("\"é\\\"\\\\]\""), Rows.Feature("2"));
        await using var content = new TricklingStream(Encoding.UTF8.GetBytes(text));

        var rows = await CameraFile.ReadAsync(content, CameraFileFormat.GeoJson, null, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["é\"\\]", "2"], rows.Select(row => row.Camera?.Key.Id));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_feature_may_be_as_large_as_the_limit(int beyond, bool isRead)
    {
        var padding = FeatureText.MaxBytes + beyond - Rows.Feature(properties: "\"tier\":\"integrated\",\"x\":\"\"").Length;
        var large = Rows.Feature(properties: $"\"tier\":\"integrated\",\"x\":\"{new string('x', padding)}\"");

        var rows = await Rows.CollectionAsync(large, Rows.Feature("2"));

        Assert.Equal(isRead, rows[0].Camera is not null);
        Assert.Equal(isRead, !rows[0].Errors.ContainsKey("feature"));
        Assert.NotNull(rows[1].Camera);
    }

    [Fact]
    public async Task Deep_nesting_costs_the_feature_and_not_the_file()
    {
        var deep = $"\"tier\":\"integrated\",\"x\":{new string('[', 1_000)}{new string(']', 1_000)}";

        var rows = await Rows.CollectionAsync(Rows.Feature(properties: deep), Rows.Feature("2"));

        Rows.Refuses([rows[0]], "feature", "Not JSON that can be read");
        Assert.NotNull(rows[1].Camera);
    }

    [Fact]
    public async Task Nesting_without_end_ends_the_file()
    {
        var rows = await Rows.GeoJsonAsync($"{{\"features\":[{Good},{new string('[', 1_000_000)}");

        Assert.NotNull(rows[0].Camera);
        Assert.Contains("nested over", rows[1].Errors["file"][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_ends_when_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Rows.Collection(Good)));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await CameraFile.ReadAsync(content, CameraFileFormat.GeoJson, null, cancelled.Token).ToListAsync(CancellationToken.None));
    }
}
