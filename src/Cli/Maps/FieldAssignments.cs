using Canvass.Cli.Commands;

namespace Canvass.Cli.Maps;

/// <summary>Reads the values of <c>--map</c> and <c>--set</c>: <c>field=text</c>, several parted by commas or by repeating the option.</summary>
internal static class FieldAssignments
{
    /// <summary>The texts by field.</summary>
    /// <param name="option">The option, for errors.</param>
    /// <param name="values">Its values.</param>
    /// <param name="fields">The fields that there are.</param>
    /// <exception cref="UsageException">A value is none of this form, a field is unknown or given twice.</exception>
    public static IReadOnlyDictionary<string, string> Read(string option, IEnumerable<string> values, IReadOnlyCollection<string> fields)
    {
        var assignments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            var at = value.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == value.Length - 1)
            {
                throw new UsageException(option, $"'{value}' is not of the form field=text: give for example {fields.First()}=text.");
            }

            var field = value[..at];
            if (!fields.Contains(field, StringComparer.Ordinal))
            {
                throw new UsageException(option, $"'{field}' is not a field: give one of {string.Join(", ", fields)}.");
            }

            if (!assignments.TryAdd(field, value[(at + 1)..]))
            {
                throw new UsageException(option, $"'{field}' is given twice: give it once.");
            }
        }

        return assignments;
    }
}
