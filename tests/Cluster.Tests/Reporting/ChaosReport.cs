using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Canvass.Cluster.Tests.Faults;
using Canvass.Cluster.Tests.Verification;

namespace Canvass.Cluster.Tests.Reporting;

/// <summary>What happened, and what came of it.</summary>
internal sealed class ChaosReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public required string Name { get; init; }

    public required int Seed { get; init; }

    /// <summary>For how long clients sent.</summary>
    public TimeSpan UnderLoad { get; set; }

    public List<FaultRecord> Faults { get; } = [];

    /// <summary>What the clients counted.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; set; } = new Dictionary<string, int>();

    public IReadOnlyList<string> Violations { get; set; } = [];

    /// <summary>How many acknowledged incidents were looked for at the end.</summary>
    public int Incidents { get; private set; }

    /// <summary>How many asks of sent canvasses were looked for at the end.</summary>
    public int Asks { get; private set; }

    public HashSet<string> Lost { get; } = [];

    public HashSet<string> Missing { get; } = [];

    public HashSet<string> Doubled { get; } = [];

    /// <summary>The memory of every process at the end, in bytes; 0 where it did not run.</summary>
    public IReadOnlyDictionary<string, long> WorkingSets { get; set; } = new Dictionary<string, long>();

    /// <summary>Adds what a look found; the newest look has the counts.</summary>
    public void Add(Verdict verdict)
    {
        Incidents = verdict.Incidents;
        Asks = verdict.Asks;
        Lost.UnionWith(verdict.Lost);
        Missing.UnionWith(verdict.Missing);
        Doubled.UnionWith(verdict.Doubled);
    }

    /// <summary>Writes it as text and as JSON.</summary>
    public async Task WriteAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, $"{Name}.json"), JsonSerializer.Serialize(this, Json));
        await File.WriteAllTextAsync(Path.Combine(folder, $"{Name}.txt"), ToText());
    }

    /// <summary>The report as tables.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Chaos '{Name}', seed {Seed}: {UnderLoad.TotalSeconds:F0} s under load");
        text.AppendLine(CultureInfo.InvariantCulture, $"{"fault",-18}{"times",6}{"median return",16}{"slowest",10}{"limit",8}");
        foreach (var kind in Faults.GroupBy(fault => fault.Kind).OrderBy(kind => kind.Key))
        {
            var returns = kind.Select(fault => fault.Return?.TotalSeconds ?? double.PositiveInfinity).Order().ToList();
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{kind.Key,-18}{returns.Count,6}{returns[returns.Count / 2],14:F1} s{returns[^1],8:F1} s{kind.First().Limit.TotalSeconds,6:F0} s");
        }

        foreach (var (what, count) in Counts)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{what,-40}{count,10}");
        }

        foreach (var (what, count) in ((string, int)[])
            [
                ("incidents looked for", Incidents), ("asks looked for", Asks), ("lost", Lost.Count), ("missing asks", Missing.Count),
                ("doubled asks", Doubled.Count),
            ])
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{what,-40}{count,10}");
        }

        foreach (var (node, bytes) in WorkingSets)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{$"memory of {node}, MB",-40}{bytes / 1_000_000,10}");
        }

        foreach (var line in Violations.Take(20).Concat(Lost.Take(20)).Concat(Missing.Take(20)).Concat(Doubled.Take(20)))
        {
            text.Append("! ").AppendLine(line);
        }

        return text.ToString();
    }
}
