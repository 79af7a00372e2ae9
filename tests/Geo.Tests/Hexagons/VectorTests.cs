using Canvass.Geo.Hexagons;

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

        output.WriteLine($"{counts.Values.Sum()} records: {string.Join(", ", counts.Select(c => $"{c.Key} {c.Value}"))}; {mismatches.Count} mismatches");
        Assert.True(counts.Values.Sum() >= 8000);
        Assert.True(mismatches.Count == 0, $"{mismatches.Count} of {counts.Values.Sum()}:\n{string.Join('\n', mismatches.Take(20))}");
    }
}
