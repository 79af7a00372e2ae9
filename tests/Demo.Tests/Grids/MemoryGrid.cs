using System.Reflection;
using Canvass.Contracts.Cameras;
using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Grid;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Running;

namespace Canvass.Demo.Tests.Grids;

/// <summary>As much of a grid as the demo needs, in memory; can break at any call, before or after the call took effect.</summary>
internal sealed class MemoryGrid
{
    private readonly Dictionary<string, CanvassSummary> _drafts = [];

    public MemoryGrid()
    {
        var grid = Stub<IGridGrain>.Create(Answer);
        var incident = Stub<IIncidentGrain>.Create(Answer);
        var canvass = Stub<ICanvassGrain>.Create(Answer);
        Factory = Stub<IGrainFactory>.Create((method, _) =>
            method.ReturnType == typeof(IGridGrain) ? grid
            : method.ReturnType == typeof(IIncidentGrain) ? incident
            : method.ReturnType == typeof(ICanvassGrain) ? canvass
            : null);
    }

    public IGrainFactory Factory { get; }

    public Dictionary<CameraKey, Camera> Cameras { get; } = [];

    public HashSet<CameraKey> Out { get; } = [];

    public Incident? Incident { get; set; }

    public List<string> Calls { get; } = [];

    public int Sent { get; private set; }

    /// <summary>Which call breaks, counted from 0 over the grid's life; negative for none.</summary>
    public int BreaksAt { get; set; } = -1;

    public bool BreaksAfterEffect { get; set; }

    private object? Answer(MethodInfo method, object?[] arguments)
    {
        var breaks = Calls.Count == BreaksAt;
        Calls.Add(method.Name);
        if (breaks && !BreaksAfterEffect)
        {
            throw new TimeoutException();
        }

        object? answer = method.Name switch
        {
            nameof(IGridGrain.ImportAsync) => Task.FromResult(Import((IReadOnlyList<Camera>)arguments[0]!)),
            nameof(IGridGrain.ReportRecordingAsync) => Task.FromResult(Report((IReadOnlyList<RecordingReport>)arguments[0]!)),
            nameof(IIncidentGrain.GetAsync) when method.DeclaringType == typeof(ICanvassGrain) => Task.FromResult(_drafts.Values.SingleOrDefault()),
            nameof(IIncidentGrain.GetAsync) => Task.FromResult(Incident),
            nameof(IIncidentGrain.ReportAsync) => Task.FromResult(Report((IncidentReport)arguments[0]!)),
            nameof(IIncidentGrain.DraftAsync) => Task.FromResult(Draft((CanvassRequest)arguments[0]!)),
            nameof(ICanvassGrain.SendAsync) => Task.FromResult(Send()),
            nameof(IIncidentGrain.CoverageAsync) => Task.FromResult(Samples.Coverage),
            _ => throw new NotSupportedException(method.Name),
        };
        return breaks ? throw new TimeoutException() : answer;
    }

    private ImportOutcome Import(IReadOnlyList<Camera> cameras)
    {
        var added = cameras.Count(camera => Cameras.TryAdd(camera.Key, camera));
        return new() { Imported = added, Updated = 0, Unchanged = cameras.Count - added };
    }

    private IReadOnlyList<int> Report(IReadOnlyList<RecordingReport> reports)
    {
        Out.UnionWith(reports.Select(report => report.Camera));
        return [.. Enumerable.Range(0, reports.Count).Where(i => !Cameras.ContainsKey(reports[i].Camera))];
    }

    private ReportOutcome Report(IncidentReport report)
    {
        Incident = new() { Report = report, Status = report.Status, CreatedAt = report.ReportedAt };
        return new(ReportEffect.Created, Incident);
    }

    private CanvassSummary Draft(CanvassRequest request)
    {
        if (!_drafts.TryGetValue(request.CommandId!, out var draft))
        {
            _drafts[request.CommandId!] = draft = Samples.Draft with { Key = new(DemoCity.IncidentKey, _drafts.Count + 1) };
            Incident = Incident! with { Canvasses = [.. _drafts.Values.Select(drafted => new CanvassReference(drafted.Key, drafted.State))] };
        }

        return draft;
    }

    private CanvassSummary Send()
    {
        var (command, draft) = _drafts.Single();
        if (draft.State == CanvassState.Draft)
        {
            Sent++;
            _drafts[command] = draft with { State = CanvassState.Sent };
        }

        return _drafts[command];
    }
}
