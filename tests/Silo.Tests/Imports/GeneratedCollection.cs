using System.Globalization;
using System.Net;
using System.Text;

namespace Canvass.Silo.Tests.Imports;

/// <summary>A FeatureCollection that is made while it is sent, so that its size costs the sender nothing.</summary>
/// <param name="features">How many features; the id of each is its number.</param>
/// <param name="ballastBytes">The size of a property that the grid ignores, in every feature.</param>
/// <param name="breakOffAfterBytes">Where the sender goes away; null for never.</param>
internal sealed class GeneratedCollection(int features, int ballastBytes = 0, long? breakOffAfterBytes = null) : HttpContent
{
    private readonly byte[] _ballast = Encoding.ASCII.GetBytes(new string('b', ballastBytes));
    private long _sent;

    /// <summary>The name that every camera has.</summary>
    public string Name { get; init; } = "camera";

    /// <summary>Sees every feature's number before it is sent.</summary>
    public Action<int>? Sending { get; init; }

    /// <summary>How many bytes were sent.</summary>
    public long Sent => _sent;

    /// <summary>The body with its media type.</summary>
    public GeneratedCollection AsGeoJson()
    {
        Headers.ContentType = new("application/geo+json");
        return this;
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await WriteAsync(stream, """{"type":"FeatureCollection","features":["""u8.ToArray());
        for (var i = 0; i < features; i++)
        {
            Sending?.Invoke(i);
            await WriteAsync(stream, Encoding.UTF8.GetBytes((i == 0 ? "" : ",") + Head(i)));
            await WriteAsync(stream, _ballast);
            await WriteAsync(stream, "\"}}"u8.ToArray());
        }

        await WriteAsync(stream, "]}"u8.ToArray());
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private string Head(int number)
    {
        var position = string.Create(CultureInfo.InvariantCulture, $"{-84.4 + (number % 100 * 0.0005)},{33.7 + (number / 100 * 0.0005)}");
        return $$"""
            {"type":"Feature","id":"cam-{{number}}","geometry":{"type":"Point","coordinates":[{{position}}]},
            "properties":{"tier":"integrated","ownerId":"city","name":"{{Name}}","ignored":"
            """;
    }

    private async Task WriteAsync(Stream stream, byte[] bytes)
    {
        await stream.WriteAsync(bytes);
        _sent += bytes.Length;
        if (_sent > breakOffAfterBytes)
        {
            await stream.FlushAsync();
            throw new IOException("The sender goes away.");
        }
    }
}
