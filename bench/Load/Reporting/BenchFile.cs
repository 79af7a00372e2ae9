using System.Text.Json;

namespace Canvass.Load.Reporting;

/// <summary>Keeps what was measured.</summary>
internal static class BenchFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, IncludeFields = true };

    /// <summary>Writes a report into <c>artifacts/bench</c> and says where.</summary>
    public static async Task SaveAsync<T>(string mode, DateTimeOffset at, T report, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine("artifacts", "bench")).FullName;
        var path = Path.Combine(folder, FormattableString.Invariant($"{mode}-{at:yyyyMMdd-HHmmss}.json"));
        await File.WriteAllBytesAsync(path, JsonSerializer.SerializeToUtf8Bytes(report, Json), cancellationToken);
        await Console.Error.WriteLineAsync($"wrote {Path.GetRelativePath(Environment.CurrentDirectory, path)}");
    }
}
