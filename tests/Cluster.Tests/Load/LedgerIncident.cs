namespace Canvass.Cluster.Tests.Load;

/// <summary>What a client knows of an incident that it reports: what it tried, and what was acknowledged. One command at a time is under
/// way, so that it is plain which report is the newest.</summary>
/// <remarks>Every field is written by the one command that holds the incident; readers see whole values, maybe old ones.</remarks>
internal sealed class LedgerIncident(string number, double[] place)
{
    public const string Source = "load";
    private readonly List<LedgerReport> _reports = [];
    private volatile int _attempted;
    private volatile int _acknowledged;
    private int _held;

    /// <summary>Its number in the source.</summary>
    public string Number { get; } = number;

    public string Id => $"{Source}:{Number}";

    public double[] Place { get; } = place;

    /// <summary>How many reports were tried.</summary>
    public int Attempted => _attempted;

    /// <summary>The place (from 1) of the newest report that was acknowledged; 0: none was.</summary>
    public int Acknowledged => _acknowledged;

    /// <summary>The canvass that was drafted; null: none.</summary>
    public string? Canvass { get; set; }

    /// <summary>Whether a part of the grid did not answer while the canvass was drafted: owners of integrated cameras may be missing in it, and its answer said
    /// so.</summary>
    public bool IsPartial { get; set; }

    /// <summary>Whether the sending of the canvass was acknowledged.</summary>
    public bool CanvassSent { get; set; }

    /// <summary>Whether its source will say no more of it.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Takes it for a command.</summary>
    /// <returns>Whether no other command has it.</returns>
    public bool TryHold() => Interlocked.Exchange(ref _held, 1) == 0;

    /// <summary>Gives it back.</summary>
    public void Release() => Volatile.Write(ref _held, 0);

    /// <summary>Makes the next report, and notes that it is tried.</summary>
    public LedgerReport Next(DateTimeOffset now, bool closes)
    {
        var before = _attempted == 0 ? DateTimeOffset.MinValue : Report(_attempted).ReportedAt;
        var at = now > before ? now : before.AddTicks(1);
        var report = new LedgerReport(_attempted + 1, at, closes ? "closed" : "active");
        IsOver = closes;
        lock (_reports)
        {
            _reports.Add(report);
        }

        _attempted = report.Version;
        return report;
    }

    /// <summary>Notes that a report was acknowledged.</summary>
    public void Acknowledge(LedgerReport report) => _acknowledged = report.Version;

    /// <summary>The report that was made at a moment; null: none of ours.</summary>
    public LedgerReport? ReportOf(DateTimeOffset reportedAt)
    {
        lock (_reports)
        {
            return _reports.Find(report => report.ReportedAt == reportedAt);
        }
    }

    /// <summary>What is wrong with the state in which it is found; null: nothing.</summary>
    /// <param name="acknowledged">The newest report acknowledged before it was looked for.</param>
    /// <param name="found">The state; null: it is not there.</param>
    public string? Fault(int acknowledged, FoundIncident? found)
    {
        if (found is null)
        {
            return acknowledged == 0 ? null : $"{Id}: report {acknowledged} was acknowledged, but there is no such incident";
        }

        var report = ReportOf(found.ReportedAt);
        return report is null ? $"{Id}: holds a report of {found.ReportedAt:O}, which nobody made"
            : report.Version < acknowledged ? $"{Id}: holds report {report.Version}, but report {acknowledged} was acknowledged"
            : report.Text != found.Text || report.Status != found.Status
                ? $"{Id}: report {report.Version} is '{found.Text}', {found.Status}, but was sent as '{report.Text}', {report.Status}"
            : null;
    }

    private LedgerReport Report(int version)
    {
        lock (_reports)
        {
            return _reports[version - 1];
        }
    }
}
