using System.Globalization;

namespace Canvass.Load.Grid;

/// <summary>What a process says of itself at <c>/metrics</c>.</summary>
internal sealed class MetricsPage
{
    private static readonly Uri Path = new("/metrics", UriKind.Relative);
    private readonly string[] _lines;

    private MetricsPage(string text) => _lines = text.Split('\n');

    /// <summary>Reads the page.</summary>
    public static async Task<MetricsPage> ReadAsync(HttpClient http, CancellationToken cancellationToken) =>
        new(await http.GetStringAsync(Path, cancellationToken));

    /// <summary>The sum of a metric over all its tags; null if the page does not have it.</summary>
    public double? Sum(string name)
    {
        var values = _lines.Where(line => line.StartsWith(name, StringComparison.Ordinal) && line.AsSpan(name.Length) is ['{' or ' ', ..])
            .Select(line => Value(line, name)).ToList();
        return values.Count == 0 ? null : values.Sum();
    }

    /// <summary>The value comes after the tags, if there are any; a time may come after the value.</summary>
    private static double Value(string line, string name)
    {
        var tags = line.LastIndexOf('}');
        var words = line[(tags < 0 ? name.Length : tags + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return double.Parse(words[0], CultureInfo.InvariantCulture);
    }
}
