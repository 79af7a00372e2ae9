namespace Canvass.Cli.Incidents.Csv;

/// <summary>Tells which column of a file is which field of an incident. A field that is not mapped is looked for under its own name.</summary>
internal sealed class IncidentMap
{
    /// <summary>By field, the column that holds it, or several columns joined by '+', as a date and its time.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>By field, the value that every incident gets whose row has none.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>The columns of a field.</summary>
    public string[] ColumnsOf(string field) => Columns.TryGetValue(field, out var columns) ? columns.Split('+') : [field];
}
