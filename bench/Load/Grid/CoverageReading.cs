using System.Globalization;
using System.Text.Json;
using Canvass.Load.Comparison;

namespace Canvass.Load.Grid;

/// <summary>Reads what the grid answered.</summary>
internal static class CoverageReading
{
    /// <summary>The parts of an answer that both contenders give.</summary>
    /// <exception cref="InvalidOperationException">A part of the grid did not answer in time.</exception>
    public static CoverageFacts Read(byte[] answer)
    {
        using var document = JsonDocument.Parse(answer);
        var root = document.RootElement;
        if (!root.GetProperty("complete").GetBoolean())
        {
            throw new InvalidOperationException("A coverage answer is not complete: nothing can be compared.");
        }

        var share = root.GetProperty("share");
        return new()
        {
            Cameras = root.GetProperty("cameras").EnumerateArray().ToDictionary(
                camera => camera.GetProperty("id").GetString()!,
                camera => new CameraFacts(
                    camera.GetProperty("distanceM").GetDouble(),
                    camera.GetProperty("share").GetDouble(),
                    camera.GetProperty("footage").GetProperty("state").GetString()!)),
            Shares = [Share("integrated"), Share("registered"), Share("any")],
            Registered = root.GetProperty("registered").EnumerateArray().ToDictionary(
                count => Cell(count.GetProperty("cell")), count => count.GetProperty("cameras").GetString()!),
            Blind = root.GetProperty("blind").EnumerateArray().Select(Cell).ToHashSet(),
        };

        double Share(string name) => share.GetProperty(name).ValueKind == JsonValueKind.Null ? 0 : share.GetProperty(name).GetDouble();
    }

    private static long Cell(JsonElement text) =>
        long.Parse(text.GetString()!, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
