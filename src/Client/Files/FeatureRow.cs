using System.Text.Json;

namespace Canvass.Client.Files;

/// <summary>Makes a row of the bytes of a feature.</summary>
internal static class FeatureRow
{
    /// <summary>The largest feature that is read, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const string RootField = "feature";

    // Of a member given twice nobody can say which was meant.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Parses and checks a feature.</summary>
    public static CameraRow Parse(int number, ReadOnlyMemory<byte> bytes, long position, CameraMap map)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            var reading = CameraFeature.Read(document.RootElement, null, map);
            return new(number, reading.OwnId is { } id ? RowText.Shown(id) : null, reading.Camera, reading.AllErrors);
        }
        catch (JsonException exception)
        {
            return Refused(number, $"Not JSON that can be read, at byte {position}: {RowText.Shown(Reason(exception))}");
        }
        catch (InvalidOperationException)
        {
            // What the parser throws at a member's name with half of a surrogate pair, when it looks for names given twice.
            return Refused(number, $"A name at byte {position} or after holds a Unicode escape that stands for no character: write it in UTF-8.");
        }
    }

    /// <summary>A feature that is too large to be looked at.</summary>
    public static CameraRow TooLarge(int number) =>
        Refused(number, $"The feature is larger than {MaxBytes} bytes: leave out what does not describe the camera.");

    private static CameraRow Refused(int number, string message) =>
        new(number, null, null, new Dictionary<string, string[]> { [RootField] = [message] });

    /// <summary>The parser's sentence without the line and position, which count from the start of the feature.</summary>
    private static string Reason(JsonException exception)
    {
        var end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? exception.Message : exception.Message[..end];
    }
}
