using System.Text.Json;
using Canvass.Client.Mapping;
using Canvass.Client.Rows;
using Canvass.Contracts.GeoJson;
using Canvass.Contracts.Refusals;

namespace Canvass.Client.Features;

/// <summary>Makes rows of features.</summary>
internal static class FeatureRows
{
    private const string RootField = "feature";

    /// <summary>A row for each feature.</summary>
    public static IAsyncEnumerable<CameraRow> Read(IAsyncEnumerable<FeatureText> features, CameraMap map) =>
        features.Select(feature => Read(feature, map));

    private static CameraRow Read(FeatureText feature, CameraMap map)
    {
        if (feature.Json is not { } json)
        {
            return Refused(feature,
                $"The feature is larger than {FeatureText.MaxBytes} bytes: leave out what does not describe the camera.");
        }

        try
        {
            using var document = FeatureJson.Parse(json);
            var parsed = CameraFeature.Read(document.RootElement, null, map);
            return new(feature.Number, parsed.OwnId is { } id ? Excerpt.Of(id) : null, parsed.Camera, parsed.AllErrors);
        }
        catch (JsonException exception)
        {
            return Refused(feature, $"Not JSON that can be read, at byte {feature.Position}: {Excerpt.Of(Reason(exception))}");
        }
        catch (InvalidOperationException)
        {
            return Refused(feature,
                $"A name at byte {feature.Position} or after holds a Unicode escape that stands for no character: write it in UTF-8.");
        }
    }

    private static CameraRow Refused(FeatureText feature, string message) =>
        new(feature.Number, null, null, new Dictionary<string, string[]> { [RootField] = [message] });

    /// <summary>The parser's sentence without the line and position, which count from the start of the feature.</summary>
    private static string Reason(JsonException exception)
    {
        var end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? exception.Message : exception.Message[..end];
    }
}
