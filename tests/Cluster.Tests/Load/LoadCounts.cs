using System.Collections.Concurrent;

namespace Canvass.Cluster.Tests.Load;

/// <summary>What the clients counted.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class LoadCounts
{
    private const int MostViolations = 200;
    private readonly ConcurrentDictionary<string, int> _counts = [];
    private readonly ConcurrentQueue<string> _violations = [];

    /// <summary>Every count by name.</summary>
    public IReadOnlyDictionary<string, int> All => new SortedDictionary<string, int>(_counts, StringComparer.Ordinal);

    /// <summary>What no fault may cause, the first of it.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    public int this[string name] => _counts.GetValueOrDefault(name);

    public void Add(string name, int count = 1) => _counts.AddOrUpdate(name, count, (_, known) => known + count);

    /// <summary>Notes a violation.</summary>
    public void Violate(string what)
    {
        Add("violations");
        if (_violations.Count < MostViolations)
        {
            _violations.Enqueue(what);
        }
    }
}
