using Canvass.Contracts.Cameras;
using Canvass.Contracts.Keys;
using Canvass.Contracts.Refusals;
using Canvass.Geo.Positions;
using Canvass.Geo.Shapes;

namespace Canvass.Client.Mapping;

/// <summary>Makes a camera of the fields of a row, whatever the row is written in.</summary>
/// <param name="get">What the row holds for a field.</param>
/// <param name="errors">Where malformed fields are named.</param>
internal sealed class CameraFieldReader(Func<string, FieldValue> get, FieldErrors errors)
{
    // Far longer than any that is accepted, and still a time span: so that the rule names it.
    private const double MostHours = 1e8;

    // Stands in for a place that could not be read, so that the other fields are checked all the same.
    private static readonly LatLng SomePlace = new(1, 1);

    private static readonly Dictionary<string, CameraTier> Tiers = NamesOf<CameraTier>();
    private static readonly Dictionary<string, CameraKind> Kinds = NamesOf<CameraKind>();

    private readonly FieldErrors _forbidden = new();

    /// <summary>Reads the camera and checks it.</summary>
    /// <param name="id">Its id; null where it was not given.</param>
    /// <param name="ownId">The id that the row gives.</param>
    /// <param name="position">Where it stands; null where that is named as an error already.</param>
    /// <param name="view">Its view, where given by hand.</param>
    public ParsedCamera Read(string? id, string? ownId, LatLng? position, Polygon? view)
    {
        if (id is null && !errors.ToDictionary().ContainsKey("id"))
        {
            errors.Add("id", "There is none: every camera needs an id that stays the same.");
        }

        var tier = get("tier").Choice("properties.tier", Tiers, errors);
        errors.Require(tier is not null || !get("tier").IsAbsent, "properties.tier",
            $"There is none: give one of {string.Join(", ", Tiers.Keys)}.");
        var camera = new Camera
        {
            Key = new(id ?? "unknown"),
            Name = Text("name"),
            Tier = tier ?? CameraTier.Integrated,
            Agency = Text("agency"),
            OwnerKey = Text("ownerId") is { } owner ? new OwnerKey(owner) : null,
            Kind = get("kind").Choice("properties.kind", Kinds, errors) ?? CameraKind.Fixed,
            Position = position ?? SomePlace,
            BearingDeg = Bearing(),
            HfovDeg = Number("hfovDeg") ?? Camera.DefaultHfovDeg,
            RangeM = Number("rangeM") ?? Camera.DefaultRangeM,
            HeightM = Number("heightM"),
            ViewPolygon = view,
            Retention = Number("retentionHours") is { } hours
                ? TimeSpan.FromHours(Math.Clamp(hours, -MostHours, MostHours))
                : Camera.DefaultRetention,
            Recording = get("recording").Boolean("properties.recording", errors) ?? true,
            Address = Text("address"),
        };
        camera = camera with { Stream = Stream(camera) };
        CameraRules.Check(camera, errors);
        if (get("ownerId").IsAbsent)
        {
            CameraRules.CheckTier(camera, _forbidden);
        }

        return new(
            ownId, errors.IsEmpty && _forbidden.IsEmpty ? camera : null, Excerpt.Of(errors), Excerpt.Of(_forbidden));
    }

    private static Dictionary<string, T> NamesOf<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(value => value.ToString().ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);

    private string? Text(string field) => get(field).Text($"properties.{field}", errors);

    private double? Number(string field) => get(field).Number($"properties.{field}", errors);

    private double? Bearing()
    {
        var value = get("bearingDeg");
        if (!value.IsUntyped)
        {
            return value.Number("properties.bearingDeg", errors);
        }

        if (Compass.TryParse(value.Text("properties.bearingDeg", errors)!, out var bearingDeg))
        {
            return bearingDeg;
        }

        var unread = new FieldErrors();
        var number = value.Number("properties.bearingDeg", unread);
        errors.Require(number is not null, "properties.bearingDeg",
            $"{value.Shown()} is no direction: give degrees, one of the 16 points of the compass such as N or SSW, or leave it blank.");
        return number;
    }

    /// <summary>Of a registered camera not even a malformed stream is looked at: it is refused for being there.</summary>
    private StreamAddress? Stream(Camera camera)
    {
        var value = get("stream");
        if (value.IsAbsent)
        {
            return null;
        }

        if (camera.Tier == CameraTier.Registered)
        {
            CameraRules.CheckTier(camera with { OwnerKey = new("anybody"), Stream = new("", "") }, _forbidden);
            return null;
        }

        return StreamField.Read(value, errors);
    }
}
