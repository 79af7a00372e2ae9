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

        return new()
        {
            Cameras = root.GetProperty("cameras").EnumerateArray().ToDictionary(
                camera => camera.GetProperty("id").GetString()!,
                camera => new CameraFacts(
                    camera.GetProperty("distanceM").GetDouble(),
                    camera.GetProperty("share").GetDouble(),
                    camera.GetProperty("footage").GetProperty("state").GetString()!)),
            Share = root.GetProperty("share").GetProperty("integrated").GetDouble(),
            Registered = root.GetProperty("registered").EnumerateArray().ToDictionary(
                count => Cell(count.GetProperty("cell")), count => count.GetProperty("households").GetString()!),
            Blind = root.GetProperty("blind").EnumerateArray().Select(Cell).ToHashSet(),
        };
    }

    private static long Cell(JsonElement text) =>
        long.Parse(text.GetString()!, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
