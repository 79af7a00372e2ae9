using System.Globalization;
using Canvass.Contracts.GeoJson;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Positions;

namespace Canvass.Cli.Incidents.Csv;

/// <summary>Makes a report of a row's texts.</summary>
/// <param name="map">Which column is which field.</param>
/// <param name="times">Reads times.</param>
/// <param name="cell">The text of a column in the row; null where the file has no such column.</param>
internal sealed class IncidentCsvRow(IncidentMap map, LocalTimes times, Func<string, string?> cell)
{
    private readonly FieldErrors _errors = new();

    /// <summary>Reads the row.</summary>
    /// <param name="row">Its place in the file, from 1.</param>
    public ParsedIncidentRow Read(int row)
    {
        var number = Text("number");
        var source = Text("source");
        var from = Time("from", times.Start);
        var to = Time("to", times.End) ?? Time("from", times.End, "to");
        _errors.Require(number is not null, "number", "It is missing: map the column that holds it.");
        _errors.Require(source is not null, "source", "It is missing: set it, for example --set source=apd-cad.");
        _errors.Require(from is not null || IsWrong("from"), "from", "It is missing: a row without a time cannot be asked about.");
        var body = new IncidentBody
        {
            Source = source,
            Number = number,
            Agency = Text("agency"),
            Type = Type(),
            Priority = WholeNumber("priority"),
            Status = Status(),
            Area = Position() is { } position ? Geometry.Of(position) : null,
            RadiusM = Number("radiusM"),
            Window = new() { From = from, To = to },
            Address = Text("address"),
            ReportedAt = Time("reportedAt", times.TimeOrDay) ?? to,
        };
        if (_errors.IsEmpty)
        {
            var report = IncidentReader.Read(body, to!.Value, _errors);
            if (_errors.IsEmpty)
            {
                return new(row, number, report, _errors.ToDictionary());
            }
        }

        return new(row, number, null, _errors.ToDictionary());
    }

    private LatLng? Position()
    {
        var lng = Number("lng");
        var lat = Number("lat");
        _errors.Require(lng is not null || IsWrong("lng"), "lng", "It is missing: a row without a place cannot be asked about.");
        _errors.Require(lat is not null || IsWrong("lat"), "lat", "It is missing: a row without a place cannot be asked about.");
        return lng is { } east && lat is { } north ? new(north, east) : null;
    }

    private IncidentType? Type() => Text("type") is { } code ? new(code, Text("scheme"), Text("typeText")) : null;

    private IncidentStatus Status()
    {
        if (Text("status") is not { } text)
        {
            return IncidentStatus.Active;
        }

        if (Enum.GetNames<IncidentStatus>().Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<IncidentStatus>(text, ignoreCase: true);
        }

        _errors.Add("status", $"'{text}' is not a status: give 'active', 'closed' or 'cancelled'.");
        return default;
    }

    private double? Number(string field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        _errors.Add(field, $"'{text}' is not a number: write it with a decimal point.");
        return null;
    }

    private int? WholeNumber(string field)
    {
        if (Number(field) is not { } number)
        {
            return null;
        }

        var fits = number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue;
        _errors.Require(fits, field, $"'{Text(field)}' is not a whole number: give one, or leave it out.");
        return fits ? (int)number : null;
    }

    private DateTimeOffset? Time(string field, Func<string, DateTimeOffset> read, string? named = null)
    {
        if (IsWrong(field) || Text(field) is not { } text)
        {
            return null;
        }

        try
        {
            return read(text);
        }
        catch (FormatException exception)
        {
            _errors.Add(named ?? field, exception.Message);
            return null;
        }
    }

    /// <summary>A field's text; null where the row has none. Of several columns, either all have a text or none: a date without its time is
    /// wrong.</summary>
    private string? Text(string field)
    {
        var columns = map.ColumnsOf(field);
        var texts = columns.Select(column => cell(column)?.Trim()).Where(text => !string.IsNullOrEmpty(text)).ToArray();
        if (texts.Length == columns.Length)
        {
            return string.Join(' ', texts);
        }

        if (texts.Length > 0)
        {
            var missing = columns.Where(column => string.IsNullOrWhiteSpace(cell(column)));
            _errors.Add(field, $"'{string.Join(' ', texts)}' lacks its {string.Join(" and its ", missing)}: give all of it, or none.");
        }

        return map.Constants.GetValueOrDefault(field);
    }

    private bool IsWrong(string field) => _errors.ToDictionary().ContainsKey(field);
}
