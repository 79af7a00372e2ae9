using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Canvass.Silo.Tests.Telemetry;

/// <summary>Takes what a process sends through OTLP (HTTP, protobuf) and keeps it as it came.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> _bodies = [];

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            _bodies.Enqueue((signal, body.ToArray()));
            return Results.Ok();
        });
    }

    public string Address => _app.Urls.Single();

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>All that came of a signal (traces, metrics or logs). Texts stand in it as they are; a byte is a character.</summary>
    public string Received(string signal) =>
        string.Concat(_bodies.Where(body => body.Signal == signal).Select(body => Encoding.Latin1.GetString(body.Body)));

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
