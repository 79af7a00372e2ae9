using System.Net;
using System.Net.Http.Headers;
using Canvass.Contracts.Cameras;
using Canvass.Load.City;

namespace Canvass.Load.Import;

/// <summary>Cameras as a body of a Feature a line, written while it is sent.</summary>
internal sealed class CameraStream : HttpContent
{
    private const int BufferBytes = 64 * 1024;
    private readonly Func<int, Camera> _camera;
    private readonly int _from;
    private readonly int _count;

    /// <param name="camera">A camera by its number.</param>
    /// <param name="from">The number of the first camera.</param>
    /// <param name="count">How many.</param>
    public CameraStream(Func<int, Camera> camera, int from, int count)
    {
        (_camera, _from, _count) = (camera, from, count);
        Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
    }

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        // Flushed and not disposed: that would end the body, which is the connection's to end.
        var buffer = new BufferedStream(stream, BufferBytes);
        for (var number = _from; number < _from + _count; number++)
        {
            await buffer.WriteAsync(CameraFeatures.Write(_camera(number)));
            buffer.WriteByte((byte)'\n');
        }

        await buffer.FlushAsync();
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
