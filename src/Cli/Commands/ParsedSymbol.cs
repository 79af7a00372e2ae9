using System.CommandLine;
using System.CommandLine.Parsing;
using Canvass.Contracts.Keys;

namespace Canvass.Cli.Commands;

/// <summary>Options and arguments whose texts are read into values.</summary>
internal static class ParsedSymbol
{
    /// <summary>An option.</summary>
    /// <param name="name">Its name, with the dashes.</param>
    /// <param name="description">For the help.</param>
    /// <param name="read">Reads the text; throws <see cref="FormatException"/> with what is wrong and what to do.</param>
    public static Option<T> Option<T>(string name, string description, Func<string, T> read) =>
        new(name) { Description = description, CustomParser = result => Read(result, name, read) };

    /// <summary>An argument.</summary>
    /// <inheritdoc cref="Option{T}"/>
    public static Argument<T> Argument<T>(string name, string description, Func<string, T> read) =>
        new(name) { Description = description, CustomParser = result => Read(result, name, read) };

    /// <summary>The argument that names an incident.</summary>
    public static Argument<IncidentKey> Incident() => Argument("ID", "The incident, as source:number.", text =>
        IncidentKey.TryParseId(text, out var key) ? key : throw new FormatException($"'{text}' is not an incident: give source:number, for example demo:1."));

    /// <summary>The argument that names a canvass.</summary>
    public static Argument<CanvassKey> Canvass() => Argument("CANVASS-ID", "The canvass, as source:number:ordinal.", text =>
        CanvassKey.TryParseId(text, out var key)
            ? key
            : throw new FormatException($"'{text}' is not a canvass: give source:number:ordinal, for example demo:1:1."));

    private static T Read<T>(ArgumentResult result, string name, Func<string, T> read)
    {
        try
        {
            return read(result.Tokens.Single().Value);
        }
        catch (FormatException exception)
        {
            result.AddError($"{name}: {exception.Message}");
            return default!;
        }
    }
}
