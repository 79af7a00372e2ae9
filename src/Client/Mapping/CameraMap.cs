namespace Canvass.Client.Mapping;

/// <summary>
/// Tells which property or column of a file is which field of a camera, and which fields are the same for all. Fields are <c>id</c>,
/// <c>lng</c>, <c>lat</c> (CSV) and the properties of a camera feature: <c>name</c>, <c>tier</c>, <c>agency</c>, <c>ownerId</c>,
/// <c>kind</c>, <c>bearingDeg</c>, <c>hfovDeg</c>, <c>rangeM</c>, <c>heightM</c>, <c>retentionHours</c>, <c>recording</c>,
/// <c>stream</c> (a URL), <c>address</c>. A field that is not mapped is looked for under its own name.
/// </summary>
public sealed class CameraMap
{
    /// <summary>A map that looks for every field under its own name.</summary>
    public static CameraMap Identity { get; } = new();

    /// <summary>By field, the property or column that holds it.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>By field, the value that every camera gets whose row has none.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>Put before every id, for example <c>gdot:</c>; empty by default.</summary>
    public string IdPrefix { get; init; } = "";
}
