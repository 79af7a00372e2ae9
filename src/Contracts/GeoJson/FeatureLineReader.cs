using System.Buffers;
using System.Runtime.CompilerServices;

namespace Canvass.Contracts.GeoJson;

/// <summary>Reads a file of any size that holds a GeoJSON Feature a line (NDJSON). Blank lines are skipped, and counted.</summary>
public static class FeatureLineReader
{
    /// <summary>The features of a file.</summary>
    /// <inheritdoc cref="FeatureCollectionReader.ReadAsync"/>
    public static async IAsyncEnumerable<FeatureText> ReadAsync(
        Stream content, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var window = new ByteWindow(content);
        var line = new ArrayBufferWriter<byte>();
        await window.SkipMarkAsync(cancellationToken).ConfigureAwait(false);
        for (var number = 1; await window.FillAsync(cancellationToken).ConfigureAwait(false); number++)
        {
            var position = window.Position;
            if (!await TakeLineAsync(window, line, cancellationToken).ConfigureAwait(false))
            {
                yield return new(number, position, null);
            }
            else if (!line.WrittenSpan.Trim(" \t\r"u8).IsEmpty)
            {
                yield return new(number, position, line.WrittenMemory);
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
            fits &= line.WrittenCount + taken.Length <= FeatureText.MaxBytes;
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
