namespace Canvass.Contracts.Refusals;

/// <summary>Collects what is wrong with a message, by field.</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, List<string>> _errors = new(StringComparer.Ordinal);

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsEmpty => _errors.Count == 0;

    /// <summary>Notes an error of a field.</summary>
    /// <param name="field">The camelCase path of the field.</param>
    /// <param name="message">What is wrong, with which value, and what to do.</param>
    public void Add(string field, string message)
    {
        if (!_errors.TryGetValue(field, out var messages))
        {
            _errors[field] = messages = [];
        }

        messages.Add(message);
    }

    /// <summary>Notes an error of a field where a condition does not hold.</summary>
    public void Require(bool holds, string field, string message)
    {
        if (!holds)
        {
            Add(field, message);
        }
    }

    /// <summary>The errors by field.</summary>
    public Dictionary<string, string[]> ToDictionary() =>
        _errors.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);

    /// <summary>Does nothing where nothing is wrong.</summary>
    /// <exception cref="RefusedException">Something is wrong: <see cref="RefusalKind.Invalid"/>, or <paramref name="kind"/>.</exception>
    public void ThrowIfAny(RefusalKind kind = RefusalKind.Invalid)
    {
        if (!IsEmpty)
        {
            throw new RefusedException(kind, string.Join(" ", _errors.Values.SelectMany(messages => messages)), ToDictionary());
        }
    }
}
