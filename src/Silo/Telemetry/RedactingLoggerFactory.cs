using Microsoft.Extensions.Options;
using Orleans.Storage;

namespace Canvass.Silo.Telemetry;

/// <summary>Makes loggers that keep to themselves what others' libraries say of cameras, owners and incidents, wherever the lines go. What
/// Canvass itself logs passes as it is, but for the messages of exceptions.</summary>
internal sealed class RedactingLoggerFactory(
    IEnumerable<ILoggerProvider> providers, IOptionsMonitor<LoggerFilterOptions> filter, IOptions<LoggerFactoryOptions> options) : ILoggerFactory
{
    private const string Own = "Canvass.";
    private readonly LoggerFactory _loggers = new(providers, filter, options);

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName)
    {
        var logger = _loggers.CreateLogger(categoryName);

        // Orleans writes under the name of a grain storage what befell a grain's state, with its key.
        var isOurs = categoryName.StartsWith(Own, StringComparison.Ordinal) && !categoryName.EndsWith(nameof(IGrainStorage)[1..], StringComparison.Ordinal);
        return isOurs ? new ExceptionKindLogger(logger) : new RedactingLogger(logger, categoryName);
    }

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider) => _loggers.AddProvider(provider);

    /// <inheritdoc/>
    public void Dispose() => _loggers.Dispose();
}
