using System.Net;
using Canvass.Client;
using Canvass.Contracts.Canvasses;
using Canvass.Contracts.Grid;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Outbox;
using Canvass.Running;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console.Testing;

namespace Canvass.Cli.Tests.Grids;

/// <summary>Runs command lines against a grid that answers from functions by the name of the call.</summary>
internal sealed class StubbedShell
{
    private readonly TestConsole _out = new TestConsole().Width(160);
    private readonly TestConsole _error = new TestConsole().Width(160);

    public Dictionary<string, Func<object?[], object?>> Answers { get; } = [];

    public List<IncidentKey> AskedIncidents { get; } = [];

    public List<CanvassKey> AskedCanvasses { get; } = [];

    public IReadOnlyList<IPEndPoint> Gateways { get; private set; } = [];

    public Exception? ConnectingFails { get; set; }

    public string Out => _out.Output;

    public string Error => _error.Output;

    public Task<int> RunAsync(params string[] arguments) => CanvassCommandLine.RunAsync(
        arguments,
        new()
        {
            Out = _out,
            Error = _error,
            Time = new FakeTimeProvider(Samples.Now),
            Connect = (options, _) =>
            {
                Gateways = options.Gateways;
                return ConnectingFails is null ? Task.FromResult(Connected()) : Task.FromException<CanvassClient>(ConnectingFails);
            },
        },
        TestContext.Current.CancellationToken);

    private CanvassClient Connected() => new(Stub<IGrainFactory>.Create((method, arguments) =>
    {
        if (method.ReturnType == typeof(IGridGrain))
        {
            return Stub<IGridGrain>.Create((call, values) => Answers[call.Name](values));
        }

        if (method.ReturnType == typeof(ICanvassGrain))
        {
            AskedCanvasses.Add(CanvassKey.Parse((string)arguments[0]!));
            return Stub<ICanvassGrain>.Create((call, values) => Answers[call.Name](values));
        }

        if (method.ReturnType == typeof(IOutboxGrain))
        {
            return Stub<IOutboxGrain>.Create((call, values) => Answers[call.Name](values));
        }

        AskedIncidents.Add(IncidentKey.Parse((string)arguments[0]!));
        return Stub<IIncidentGrain>.Create((call, values) => Answers[call.Name](values));
    }));
}
