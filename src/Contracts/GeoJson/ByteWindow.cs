using System.Buffers;

namespace Canvass.Contracts.GeoJson;

/// <summary>A stream seen through a window of fixed size, so that a file of any size takes the same memory.</summary>
internal sealed class ByteWindow(Stream stream) : IDisposable
{
    private const int Size = 64 * 1024;
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Size);
    private int _start;
    private int _end;

    /// <summary>How many bytes have been advanced over: where in the file the window begins.</summary>
    public long Position { get; private set; }

    /// <summary>The bytes that are read and not yet advanced over.</summary>
    public ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Leaves bytes behind.</summary>
    public void Advance(int count)
    {
        _start += count;
        Position += count;
    }

    /// <summary>Reads on where nothing is unread; false at the end of the stream.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start < _end)
        {
            return true;
        }

        _start = 0;
        _end = 0;
        _end = await stream.ReadAsync(_buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
        return _end > 0;
    }

    /// <summary>Leaves a byte order mark behind, where there is one at the start.</summary>
    public async ValueTask SkipMarkAsync(CancellationToken cancellationToken)
    {
        foreach (var expected in (byte[])[0xEF, 0xBB, 0xBF])
        {
            if (!await FillAsync(cancellationToken).ConfigureAwait(false) || Unread[0] != expected)
            {
                return;
            }

            Advance(1);
        }
    }

    /// <summary>Leaves JSON's blanks behind and answers the byte after them without leaving it behind; −1 at the end.</summary>
    public async ValueTask<int> PeekAsync(CancellationToken cancellationToken)
    {
        while (await FillAsync(cancellationToken).ConfigureAwait(false))
        {
            var at = Unread.IndexOfAnyExcept(" \t\r\n"u8);
            if (at >= 0)
            {
                Advance(at);
                return Unread[0];
            }

            Advance(Unread.Length);
        }

        return -1;
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);
}
