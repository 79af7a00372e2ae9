using System.CommandLine;
using System.Text.Json;
using Canvass.Client;
using Canvass.Contracts.Json;

namespace Canvass.Cli.Commands;

/// <summary>A command at work on a grid.</summary>
/// <param name="Shell">What it has around it.</param>
/// <param name="Parse">What was asked.</param>
/// <param name="Client">The grid.</param>
/// <param name="CancellationToken">Ctrl-C.</param>
internal sealed record GridCall(Shell Shell, ParseResult Parse, CanvassClient Client, CancellationToken CancellationToken)
{
    /// <summary>Whether to print JSON.</summary>
    public bool Json => Parse.GetValue(ConnectionOptions.Json);

    /// <summary>Prints a value as one line of JSON.</summary>
    public void WriteJson<T>(T value) => Shell.WriteLine(JsonSerializer.Serialize(value, GridJson.Options));
}
