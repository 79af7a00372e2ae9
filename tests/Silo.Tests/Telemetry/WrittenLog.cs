using Microsoft.Extensions.Logging;

namespace Canvass.Silo.Tests.Telemetry;

/// <summary>Keeps what is logged.</summary>
internal sealed class WrittenLog : ILogger
{
    public List<(LogLevel Level, EventId Event, string Text, IReadOnlyList<KeyValuePair<string, object?>> Values, Exception? Exception)> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add((logLevel, eventId, formatter(state, exception), (IReadOnlyList<KeyValuePair<string, object?>>)state!, exception));
}
