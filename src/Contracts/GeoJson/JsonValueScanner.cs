namespace Canvass.Contracts.GeoJson;

/// <summary>Finds where a JSON value ends, block by block, without holding the value. It looks at brackets and quotes only; whether the
/// value is JSON otherwise shows when it is parsed, so that a slip inside a feature costs that feature and not the file.</summary>
internal sealed class JsonValueScanner
{
    /// <summary>The deepest nesting that is followed.</summary>
    public const int MaxDepth = 4_096;

    private readonly List<byte> _closers = [];
    private bool _isInText;
    private bool _isEscaped;

    /// <summary>Looks at the next block.</summary>
    /// <param name="block">The bytes after those seen before.</param>
    /// <param name="isDone">Whether the value ends in this block.</param>
    /// <returns>How many bytes of the block belong to the value.</returns>
    /// <exception cref="InvalidDataException">Brackets do not match.</exception>
    public int Scan(ReadOnlySpan<byte> block, out bool isDone)
    {
        var at = 0;
        isDone = false;
        while (at < block.Length && !isDone)
        {
            at += _isInText ? ScanText(block[at..], out isDone) : ScanStructure(block[at..], out isDone);
        }

        return at;
    }

    private int ScanText(ReadOnlySpan<byte> block, out bool isDone)
    {
        isDone = false;
        if (_isEscaped)
        {
            _isEscaped = false;
            return 1;
        }

        var at = block.IndexOfAny((byte)'"', (byte)'\\');
        if (at < 0)
        {
            return block.Length;
        }

        _isEscaped = block[at] == '\\';
        _isInText = _isEscaped;
        isDone = !_isInText && _closers.Count == 0;
        return at + 1;
    }

    private int ScanStructure(ReadOnlySpan<byte> block, out bool isDone)
    {
        var at = block.IndexOfAny("\"[]{},: \t\r\n"u8);
        if (_closers.Count == 0 && at != 0)
        {
            isDone = at > 0;
            return isDone ? at : block.Length;
        }

        isDone = false;
        if (at < 0)
        {
            return block.Length;
        }

        switch (block[at])
        {
            case (byte)'"':
                _isInText = true;
                break;
            case (byte)'{':
                Open((byte)'}');
                break;
            case (byte)'[':
                Open((byte)']');
                break;
            case (byte)'}' or (byte)']':
                isDone = Close(block[at], ref at);
                return at;
            default:
                // Between values inside a structure; outside of one, what follows a bare value or stands in a value's place.
                isDone = _closers.Count == 0;
                return isDone ? at : at + 1;
        }

        return at + 1;
    }

    private void Open(byte closer)
    {
        if (_closers.Count == MaxDepth)
        {
            throw new InvalidDataException($"arrays and objects are nested over {MaxDepth} deep");
        }

        _closers.Add(closer);
    }

    private bool Close(byte closer, ref int at)
    {
        if (_closers.Count == 0)
        {
            return true;
        }

        if (_closers[^1] != closer)
        {
            throw new InvalidDataException($"'{(char)closer}' stands where '{(char)_closers[^1]}' should");
        }

        _closers.RemoveAt(_closers.Count - 1);
        at++;
        return _closers.Count == 0;
    }
}
