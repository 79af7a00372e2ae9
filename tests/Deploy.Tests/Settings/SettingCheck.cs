using System.ComponentModel;
using System.Text.RegularExpressions;
using Canvass.Running;

namespace Canvass.Deploy.Tests.Settings;

/// <summary>Compares environment variables with the settings that the program knows.</summary>
internal static partial class SettingCheck
{
    private const string Section = "Canvass__";

    private static readonly Dictionary<string, Setting> Ours = Setting.All.ToDictionary(setting => $"{Section}{setting.Name}");

    /// <summary>What ASP.NET and OpenTelemetry know, as far as the page of settings says that it is for users.</summary>
    private static readonly HashSet<string> Documented = [.. Repository.Markdown("docs/reference/settings.md").Lines
        .Select(line => Row().Match(line)).Where(match => match.Success)
        .SelectMany(match => Name().Matches(match.Groups["names"].Value))
        .Select(match => match.Groups["name"].Value)
        .Where(name => !name.StartsWith(Section, StringComparison.Ordinal))];

    /// <summary>What is wrong with some variables, a line each.</summary>
    public static IEnumerable<string> Wrong(IEnumerable<Variable> variables) => variables.SelectMany<Variable, string>(variable =>
        Ours.TryGetValue(variable.Name, out var setting)
            ? IsOf(setting.Type, variable) ? [] : [$"{variable.Name} is '{variable.Value}', which is no {setting.Type.Name}."]
            : Documented.Contains(variable.Name) ? [] : [$"{variable.Name} is no setting."]);

    /// <summary>As the configuration's binder converts it.</summary>
    private static bool IsOf(Type type, Variable variable)
    {
        if (variable.Value is null || variable.References.Any())
        {
            return true;
        }

        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(variable.Value) is not null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^\| (?<names>`[^|]+) \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<name>\w+)`")]
    private static partial Regex Name();
}
