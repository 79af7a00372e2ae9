using System.Text;
using System.Text.Json;
using Canvass.Contracts.Json;
using Canvass.Contracts.Refusals;
using Canvass.Contracts.Units;

namespace Canvass.Gateway.Units;

/// <summary>Reads a position and names what is wrong with it. Its ranges the board checks.</summary>
internal static class PositionReader
{
    /// <summary>The position; null where anything is wrong.</summary>
    public static UnitPosition? Read(JsonElement json, FieldErrors errors)
    {
        try
        {
            return Read(json.Deserialize<PositionBody>(GridJson.Options) ?? new(), errors);
        }
        catch (JsonException exception)
        {
            var (field, message) = JsonFault.Explain(exception, Encoding.UTF8.GetBytes(json.GetRawText()), typeof(PositionBody));
            errors.Add(field, message);
            return null;
        }
    }

    private static UnitPosition? Read(PositionBody body, FieldErrors errors)
    {
        errors.Require(body.Agency is not null, "agency", "There is none: give the responder's agency.");
        errors.Require(body.CallSign is not null, "callSign", "There is none: give the responder's call sign.");
        errors.Require(body.At is not null, "at", "There is none: give when the responder was there.");
        errors.Require(body.Coordinates is not null, "coordinates", "There are none: give [longitude, latitude] in degrees.");
        return !errors.IsEmpty
            ? null
            : new()
            {
                Agency = body.Agency!,
                CallSign = body.CallSign!,
                At = body.At!.Value,
                Position = body.Coordinates!.Value,
                AccuracyM = body.AccuracyM,
                SpeedMps = body.SpeedMps,
                HeadingDeg = body.HeadingDeg,
                Status = body.Status,
            };
    }
}
