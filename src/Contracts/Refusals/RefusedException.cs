namespace Canvass.Contracts.Refusals;

/// <summary>The grid refused a command and changed nothing. The message says what was wrong and what to do.</summary>
[GenerateSerializer, Alias("canvass.RefusedException")]
public sealed class RefusedException : Exception
{
    /// <summary>Creates a refusal.</summary>
    /// <param name="kind">Why.</param>
    /// <param name="message">What was wrong, with which value, and what to do.</param>
    /// <param name="errors">By field (camelCase path, for example <c>properties.rangeM</c>), what is wrong with it.</param>
    public RefusedException(RefusalKind kind, string message, IReadOnlyDictionary<string, string[]>? errors = null)
        : base(message)
    {
        Kind = kind;
        Errors = errors is null ? [] : new(errors);
    }

    /// <summary>Why.</summary>
    [Id(0)]
    public RefusalKind Kind { get; private set; }

    /// <summary>By field, what is wrong with it; empty where no single field is to blame.</summary>
    [Id(1)]
    public Dictionary<string, string[]> Errors { get; private set; }
}
