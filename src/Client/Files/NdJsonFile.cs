using System.Buffers;
using System.Runtime.CompilerServices;

namespace Canvass.Client.Files;

/// <summary>Reads a GeoJSON Feature a line. A row's number is its line's; blank lines are passed over.</summary>
internal static class NdJsonFile
{
    /// <summary>See <see cref="CameraFile.ReadAsync"/>.</summary>
    public static async IAsyncEnumerable<CameraRow> ReadAsync(
        Stream content, CameraMap map, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var window = new ByteWindow(content);
        var line = new ArrayBufferWriter<byte>();
        await window.SkipMarkAsync(cancellationToken).ConfigureAwait(false);
        for (var number = 1; await window.FillAsync(cancellationToken).ConfigureAwait(false); number++)
        {
            var position = window.Position;
            if (!await TakeLineAsync(window, line, cancellationToken).ConfigureAwait(false))
            {
                yield return FeatureRow.TooLarge(number);
            }
            else if (!line.WrittenSpan.Trim(" \t\r"u8).IsEmpty)
            {
                yield return FeatureRow.Parse(number, line.WrittenMemory, position, map);
            }
        }
    }

    /// <summary>Takes the rest of the line; false where it was too long to keep.</summary>
    private static async ValueTask<bool> TakeLineAsync(
        ByteWindow window, ArrayBufferWriter<byte> line, CancellationToken cancellationToken)
    {
        var fits = true;
        line.ResetWrittenCount();
        while (await window.FillAsync(cancellationToken).ConfigureAwait(false))
        {
            var end = window.Unread.IndexOf((byte)'\n');
            var taken = window.Unread[..(end < 0 ? window.Unread.Length : end)];
            fits &= line.WrittenCount + taken.Length <= FeatureRow.MaxBytes;
            if (fits)
            {
                line.Write(taken);
            }

            window.Advance(end < 0 ? taken.Length : end + 1);
            if (end >= 0)
            {
                break;
            }
        }

        return fits;
    }
}
