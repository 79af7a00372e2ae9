using Canvass.Client.Mapping;
using Canvass.Client.Rows;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Positions;

namespace Canvass.Client.Csv;

/// <summary>Knows which column of a CSV file holds which field of a camera.</summary>
internal sealed class CameraColumns
{
    private static readonly string[] Needed = ["id", "lng", "lat"];
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly CameraMap _map;

    /// <summary>Reads the header.</summary>
    /// <exception cref="InvalidDataException">A column is missing without which no row can be a camera.</exception>
    public CameraColumns(IReadOnlyList<string> header, CameraMap map)
    {
        _map = map;
        for (var i = 0; i < header.Count; i++)
        {
            _places.TryAdd(header[i].Trim(), i);
        }

        var missing = Needed.Where(field => !_places.ContainsKey(ColumnOf(field)) && !map.Constants.ContainsKey(field)).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidDataException(
                $"The header has no column {string.Join(", ", missing.Select(field => $"'{ColumnOf(field)}'"))}: "
                + "name the columns in the first row, separated by commas, or map them.");
        }
    }

    /// <summary>Makes a row of its values.</summary>
    public CameraRow Row(int number, string[] values)
    {
        var errors = new FieldErrors();
        FieldValue Get(string field) => Value(field, values);
        var id = Get("id").Text("id", errors) is { } given ? _map.IdPrefix + given : null;
        var parsed = new CameraFieldReader(Get, errors).Read(id, id, Position(Get, errors), null);
        return new(number, id is null ? null : Excerpt.Of(id), parsed.Camera, parsed.AllErrors);
    }

    private static LatLng? Position(Func<string, FieldValue> get, FieldErrors errors)
    {
        var lng = get("lng").Number("lng", errors);
        var lat = get("lat").Number("lat", errors);
        errors.Require(!get("lng").IsAbsent, "lng", "There is none: give the longitude in degrees.");
        errors.Require(!get("lat").IsAbsent, "lat", "There is none: give the latitude in degrees.");
        return lng is null || lat is null ? null : new LatLng(lat.Value, lng.Value);
    }

    private FieldValue Value(string field, string[] values)
    {
        var value = _places.TryGetValue(ColumnOf(field), out var place) && place < values.Length
            ? FieldValue.Of(values[place])
            : default;
        return value.IsAbsent && _map.Constants.TryGetValue(field, out var constant) ? FieldValue.Of(constant) : value;
    }

    private string ColumnOf(string field) => _map.Columns.TryGetValue(field, out var column) ? column : field;
}
