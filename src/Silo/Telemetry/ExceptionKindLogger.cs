namespace Canvass.Silo.Telemetry;

/// <summary>Logs what Canvass itself says as it is, and of exceptions the kind and code, and the stack if it is an error; never
/// the message, which may quote what a request held.</summary>
internal sealed class ExceptionKindLogger(ILogger logger) : ILogger
{
    /// <summary>The attribute that names an exception's type: OpenTelemetry's semantic conventions, exceptions in logs.</summary>
    public const string TypeAttribute = "exception.type";

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => logger.BeginScope(state);

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is null)
        {
            logger.Log(logLevel, eventId, state, exception, formatter);
        }
        else if (logger.IsEnabled(logLevel))
        {
            var values = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
            List<KeyValuePair<string, object?>> told = [.. values, new(TypeAttribute, exception.GetType().FullName)];
            var kinds = ExceptionKinds.Describe(exception, withStack: logLevel >= LogLevel.Error);
            logger.Log(logLevel, eventId, told, exception: null, (_, _) => $"{formatter(state, null)}\n{kinds}");
        }
    }
}
