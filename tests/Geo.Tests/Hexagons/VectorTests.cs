namespace Canvass.Geo.Tests.Hexagons;

[Trait("Category", "Unit")]
public class VectorTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_answer_agrees_with_that_of_the_reference_library()
    {
        var counts = new SortedDictionary<string, int>();
        var mismatches = new List<string>();
        foreach (var line in VectorFile.Lines())
        {
            var fields = line.Split('\t');
            counts[fields[0]] = counts.GetValueOrDefault(fields[0]) + 1;
            if (VectorRecord.Check(fields) is { } answer)
            {
                mismatches.Add($"{line}\n  here: {answer}");
            }
        }

        var total = counts.Values.Sum();
        var kinds = string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}"));
        output.WriteLine($"{total} records ({kinds}), {mismatches.Count} mismatches");
        Assert.True(total >= 8000);
        Assert.True(mismatches.Count == 0, $"{mismatches.Count} of {total}:\n{string.Join('\n', mismatches.Take(20))}");
    }
}
