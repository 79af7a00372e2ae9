using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Canvass.Contracts.GeoJson;

/// <summary>Reads a GeoJSON FeatureCollection of any size feature by feature, wherever <c>features</c> stands among its members.</summary>
public sealed class FeatureCollectionReader : IDisposable
{
    private const int MaxNameBytes = 1024;
    private readonly ByteWindow _window;
    private readonly ArrayBufferWriter<byte> _value = new();
    private int _number;

    private FeatureCollectionReader(Stream content) => _window = new(content);

    /// <summary>The features of a file.</summary>
    /// <param name="content">The file, in UTF-8; read once, forwards, and left open.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidDataException">The file breaks off or is no FeatureCollection; features before that point have been
    /// given.</exception>
    public static async IAsyncEnumerable<FeatureText> ReadAsync(
        Stream content, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var reader = new FeatureCollectionReader(content);
        await foreach (var feature in reader.MembersAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return feature;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _window.Dispose();

    private async IAsyncEnumerable<FeatureText> MembersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var hasFeatures = false;
        await _window.SkipMarkAsync(cancellationToken).ConfigureAwait(false);
        await ExpectAsync('{', "a FeatureCollection begins with '{'", cancellationToken).ConfigureAwait(false);
        var isAtEnd = await PeekAsync(cancellationToken).ConfigureAwait(false) == '}';
        while (!isAtEnd)
        {
            if (await NameAsync(cancellationToken).ConfigureAwait(false) == "features")
            {
                hasFeatures = true;
                await ExpectAsync('[', "'features' is an array", cancellationToken).ConfigureAwait(false);
                await foreach (var feature in FeaturesAsync(cancellationToken).ConfigureAwait(false))
                {
                    yield return feature;
                }
            }
            else
            {
                await TakeAsync(0, cancellationToken).ConfigureAwait(false);
            }

            isAtEnd = await IsLastAsync('}', cancellationToken).ConfigureAwait(false);
        }

        await ExpectAsync('}', "the collection ends with '}'", cancellationToken).ConfigureAwait(false);
        if (await _window.PeekAsync(cancellationToken).ConfigureAwait(false) >= 0)
        {
            throw Break("something follows the end of the collection");
        }

        if (!hasFeatures)
        {
            throw Break("there is no 'features' in it; give a GeoJSON FeatureCollection");
        }
    }

    private async IAsyncEnumerable<FeatureText> FeaturesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isAtEnd = await PeekAsync(cancellationToken).ConfigureAwait(false) == ']';
        while (!isAtEnd)
        {
            await PeekAsync(cancellationToken).ConfigureAwait(false);
            var position = _window.Position;
            var fits = await TakeAsync(FeatureText.MaxBytes, cancellationToken).ConfigureAwait(false);
            yield return new(++_number, position, fits ? _value.WrittenMemory : null);
            isAtEnd = await IsLastAsync(']', cancellationToken).ConfigureAwait(false);
        }

        await ExpectAsync(']', "'features' ends with ']'", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The name of the next member; empty where it is too long to matter.</summary>
    private async ValueTask<string> NameAsync(CancellationToken cancellationToken)
    {
        if (await PeekAsync(cancellationToken).ConfigureAwait(false) != '"')
        {
            throw Break("a member's name in quotes should stand here");
        }

        var name = "";
        if (await TakeAsync(MaxNameBytes, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                name = JsonSerializer.Deserialize<string>(_value.WrittenSpan) ?? "";
            }
            catch (JsonException)
            {
                throw Break("the member's name before this is no JSON text");
            }
        }

        await ExpectAsync(':', "':' follows a member's name", cancellationToken).ConfigureAwait(false);
        return name;
    }

    /// <summary>Takes a value, and keeps it where it is no longer than allowed; false where it is not kept.</summary>
    private async ValueTask<bool> TakeAsync(int most, CancellationToken cancellationToken)
    {
        var scan = new JsonValueScanner();
        var fits = true;
        var isDone = false;
        _value.ResetWrittenCount();
        await PeekAsync(cancellationToken).ConfigureAwait(false);
        var start = _window.Position;
        while (!isDone)
        {
            if (!await _window.FillAsync(cancellationToken).ConfigureAwait(false))
            {
                throw Break("the file ends in the middle of a value");
            }

            fits = Scan(scan, most, fits, out isDone);
        }

        return _window.Position > start ? fits : throw Break("a value should stand here");
    }

    private bool Scan(JsonValueScanner scan, int most, bool fits, out bool isDone)
    {
        int taken;
        try
        {
            taken = scan.Scan(_window.Unread, out isDone);
        }
        catch (InvalidDataException exception)
        {
            throw Break(exception.Message);
        }

        fits &= _value.WrittenCount + taken <= most;
        if (fits)
        {
            _value.Write(_window.Unread[..taken]);
        }

        _window.Advance(taken);
        return fits;
    }

    private async ValueTask<bool> IsLastAsync(char end, CancellationToken cancellationToken)
    {
        var next = await PeekAsync(cancellationToken).ConfigureAwait(false);
        if (next == ',')
        {
            _window.Advance(1);
            return false;
        }

        return next == end ? true : throw Break($"',' or '{end}' should stand here");
    }

    private async ValueTask ExpectAsync(char expected, string why, CancellationToken cancellationToken)
    {
        if (await PeekAsync(cancellationToken).ConfigureAwait(false) != expected)
        {
            throw Break(why);
        }

        _window.Advance(1);
    }

    private async ValueTask<int> PeekAsync(CancellationToken cancellationToken)
    {
        var next = await _window.PeekAsync(cancellationToken).ConfigureAwait(false);
        return next >= 0 ? next : throw Break("the file ends too early");
    }

    private InvalidDataException Break(string why) => new($"Reading ends at byte {_window.Position}: {why}.");
}
