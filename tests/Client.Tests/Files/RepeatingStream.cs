using System.Text;

namespace Canvass.Client.Tests.Files;

/// <summary>A file of any size that is made up as it is read: a beginning, numbered rows, an end.</summary>
internal sealed class RepeatingStream(string start, Func<int, string> row, int rows, string end) : Stream
{
    private ReadOnlyMemory<byte> _block = Encoding.UTF8.GetBytes(start);
    private int _made;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_block.IsEmpty && _made <= rows)
        {
            _block = Encoding.UTF8.GetBytes(_made < rows ? row(_made) : end);
            _made++;
        }

        var read = Math.Min(buffer.Length, _block.Length);
        _block.Span[..read].CopyTo(buffer);
        _block = _block[read..];
        Position += read;
        return read;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer, offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
