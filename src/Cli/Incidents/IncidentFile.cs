using System.Text.Json;
using Canvass.Cli.Commands;
using Canvass.Contracts.Incidents;
using Canvass.Contracts.Json;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Times;
using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;

namespace Canvass.Cli.Incidents;

/// <summary>Reads an incident as the HTTP API takes it.</summary>
internal static class IncidentFile
{
    /// <summary>The incident in a file.</summary>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="UsageException">The file holds no such incident.</exception>
    public static async Task<IncidentReport> ReadAsync(string path, CancellationToken cancellationToken) =>
        Read(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false));

    /// <summary>The incident in a text.</summary>
    /// <exception cref="UsageException">The text is no such incident.</exception>
    public static IncidentReport Read(string json)
    {
        try
        {
            var form = JsonSerializer.Deserialize<Form>(json, GridJson.Options) ?? throw new UsageException("--file", "It is empty.");
            var window = form.Window ?? throw Missing("window");
            return new()
            {
                Key = new IncidentKey(form.Source ?? throw Missing("source"), form.Number ?? throw Missing("number")),
                Agency = form.Agency,
                Type = form.Type,
                Priority = form.Priority,
                Status = form.Status,
                Area = Area(form),
                Window = window,
                Address = form.Address,
                ReportedAt = form.ReportedAt ?? throw Missing("reportedAt"),
            };
        }
        catch (JsonException exception)
        {
            throw new UsageException("--file", $"{exception.Message} See the HTTP API's reference for an incident's form.");
        }
    }

    private static IncidentArea Area(Form form)
    {
        var geometry = form.Area ?? throw Missing("area");
        var kind = geometry.ValueKind == JsonValueKind.Object && geometry.TryGetProperty("type", out var type) ? type.GetString() : null;
        return kind switch
        {
            "Point" when geometry.TryGetProperty("coordinates", out var at) => IncidentArea.Circle(
                at.Deserialize<LatLng>(GridJson.Options), form.RadiusM ?? IncidentArea.DefaultRadiusM),
            "Polygon" => IncidentArea.Of(geometry.Deserialize<Polygon>(GridJson.Options)!),
            _ => throw new UsageException("area", "It is neither a GeoJSON Point nor a Polygon: give one of these."),
        };
    }

    private static UsageException Missing(string field) => new(field, "It is missing in the file: give it.");

    private sealed record Form(
        string? Source,
        string? Number,
        string? Agency,
        IncidentType? Type,
        int? Priority,
        IncidentStatus Status,
        JsonElement? Area,
        double? RadiusM,
        TimeWindow? Window,
        string? Address,
        DateTimeOffset? ReportedAt);
}
