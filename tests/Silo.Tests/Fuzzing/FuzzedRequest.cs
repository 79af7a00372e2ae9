namespace Canvass.Silo.Tests.Fuzzing;

/// <summary>A request, to be sent as it is.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">Path and query as they go over the wire.</param>
/// <param name="Body">The body; null for none.</param>
/// <param name="Type">The body's content type; null for none.</param>
internal sealed record FuzzedRequest(string Method, string Path, byte[]? Body = null, string? Type = null)
{
    public override string ToString()
    {
        var body = Body is null ? "" : System.Text.Encoding.Latin1.GetString(Body, 0, Math.Min(Body.Length, 400));
        return $"{Method} {(Path.Length > 200 ? Path[..200] : Path)} [{Type}] {body}";
    }
}
