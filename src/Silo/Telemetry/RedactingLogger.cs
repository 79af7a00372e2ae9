using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Canvass.Silo.Telemetry;

/// <summary>
/// Logs what a library says without what it says it of. Orleans names grains by their keys and prints whole requests, and exceptions quote
/// ids in their messages. So the text, numbers, times, silos and kinds of exceptions stay; most of Orleans' other values do not, save in
/// what it logs of the cluster's membership, which is about silos alone.
/// </summary>
internal sealed partial class RedactingLogger(ILogger logger, string category) : ILogger
{
    private const string Template = "{OriginalFormat}";

    /// <summary>Placeholders in Orleans' messages that stand for a name of the program's, never for a grain.</summary>
    private static readonly FrozenSet<string> HarmlessNames = FrozenSet.ToFrozenSet(
        ["BaseGrainType", "Operation", "ProviderName", "ServiceId", "SiloName", "StageName", "StateName"]);

    private readonly bool _isOfGrains = !category.StartsWith("Orleans.Runtime.MembershipService", StringComparison.Ordinal)
        && (category.StartsWith("Orleans", StringComparison.Ordinal) || category.StartsWith("Microsoft.Orleans", StringComparison.Ordinal));

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => logger.BeginScope(state);

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!logger.IsEnabled(logLevel))
        {
            return;
        }

        var values = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
        var template = WithoutKeys(values.FirstOrDefault(value => value.Key == Template).Value as string ?? "(a message without a template)");
        List<KeyValuePair<string, object?>> redacted =
            [.. values.Where(value => value.Key != Template && IsHarmless(value.Key, value.Value)).Select(value => KeyValuePair.Create(value.Key, Tell(value.Value)))];
        var text = Placeholder().Replace(template, match => Find(redacted, match.Groups["name"].Value) ?? match.Value);
        if (exception is not null)
        {
            redacted.Add(new(ExceptionKindLogger.TypeAttribute, exception.GetType().FullName));
            text = $"{text}\n{ExceptionKinds.Describe(exception)}";
        }

        redacted.Add(new(Template, template));
        logger.Log(logLevel, eventId, redacted, exception: null, (_, _) => text);
    }

    private static string? Find(List<KeyValuePair<string, object?>> redacted, string name)
    {
        var found = redacted.Find(value => value.Key == name);
        return found.Key is null ? null : found.Value is null ? "(null)" : Convert.ToString(found.Value, CultureInfo.InvariantCulture);
    }

    private static object? Tell(object? value) => value switch
    {
        Exception exception => ExceptionKinds.Describe(exception),
        string text => WithoutKeys(text),
        null or bool or IFormattable => value,
        _ => WithoutKeys(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    private static string WithoutKeys(string text) => Key().Replace(text, "${kind}/…");

    private bool IsHarmless(string name, object? value) => !_isOfGrains || HarmlessNames.Contains(name) || value is null or bool or Enum or TimeSpan or DateTime or DateTimeOffset or Type
        or int or long or uint or ulong or short or ushort or byte or float or double or decimal
        or Exception or SiloAddress or IPAddress or EndPoint;

    [GeneratedRegex(@"\{@?(?<name>[^{}:,]+)[^{}]*\}")]
    private static partial Regex Placeholder();

    /// <summary>The key of a grain: see <c>docs/reference/keys.md</c>.</summary>
    [GeneratedRegex(@"\b(?<kind>cam|cell|inc|can|own)/\S+")]
    private static partial Regex Key();
}
