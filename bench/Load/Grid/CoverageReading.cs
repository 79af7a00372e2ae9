using System.Globalization;
using System.Text.Json;
using Canvass.Contracts.Coverage;
using Canvass.Contracts.Json;
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
        RequireComplete(root.GetProperty("complete").GetBoolean());
        return new()
        {
            Cameras = root.GetProperty("cameras").EnumerateArray().ToDictionary(
                camera => camera.GetProperty("id").GetString()!,
                camera => new CameraFacts(
                    camera.GetProperty("distanceM").GetDouble(),
                    camera.GetProperty("share").GetDouble(),
                    camera.TryGetProperty("footage", out var footage) ? footage.GetProperty("state").GetString() : null)),
            Share = root.GetProperty("share").GetProperty("integrated").GetDouble(),
            Footage = root.TryGetProperty("footage", out var counts) ? counts.Deserialize<FootageCounts>(GridJson.Options) : null,
            Registered = root.GetProperty("registered").EnumerateArray().ToDictionary(
                count => Cell(count.GetProperty("cell")), count => count.GetProperty("households").GetString()!),
            Blind = root.GetProperty("blind").EnumerateArray().Select(Cell).ToHashSet(),
        };
    }

    /// <summary>The same parts of an answer that came through the grain client, without an incident.</summary>
    /// <exception cref="InvalidOperationException">A part of the grid did not answer in time.</exception>
    public static CoverageFacts Of(CoverageReport report)
    {
        RequireComplete(report.Complete);
        return new()
        {
            Cameras = report.Cameras.ToDictionary(camera => camera.Key.Id, camera => new CameraFacts(camera.DistanceM, camera.Share, null)),
            Share = report.Share.Integrated,
            Footage = report.Footage,
            Registered = report.Registered.ToDictionary(count => (long)count.Cell.Value, count => count.Households.Text),
            Blind = report.Blind.Select(cell => (long)cell.Value).ToHashSet(),
        };
    }

    /// <summary>The resolution-9 cells that the area of an answer touches; null if a part of the grid did not answer in time.</summary>
    public static IReadOnlyList<long>? CompleteCells(byte[] answer)
    {
        using var document = JsonDocument.Parse(answer);
        if (!document.RootElement.GetProperty("complete").GetBoolean())
        {
            return null;
        }

        return [.. document.RootElement.GetProperty("area").GetProperty("cells").EnumerateArray().Select(Cell)];
    }

    private static void RequireComplete(bool complete)
    {
        if (!complete)
        {
            throw new InvalidOperationException("A coverage answer is not complete: nothing can be compared.");
        }
    }

    private static long Cell(JsonElement text) =>
        long.Parse(text.GetString()!, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
