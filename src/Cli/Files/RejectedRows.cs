using System.Text.Json;
using Canvass.Client.Rows;
using Canvass.Contracts.Json;

namespace Canvass.Cli.Files;

/// <summary>Names refused rows in a file, a JSON object a line, and remembers the first few. The file is made with the first of them, and
/// one from an earlier run goes. Safe for concurrent use.</summary>
internal sealed class RejectedRows : IDisposable
{
    private const int Remembered = 10;

    private readonly Lock _lock = new();
    private readonly List<RejectedRow> _first = [];
    private StreamWriter? _writer;

    /// <summary>Begins with none.</summary>
    /// <param name="path">The file.</param>
    public RejectedRows(string path)
    {
        Path = path;
        File.Delete(path);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The first few.</summary>
    public IReadOnlyList<RejectedRow> First => _first;

    /// <summary>Names a row.</summary>
    public void Add(RejectedRow row)
    {
        lock (_lock)
        {
            Count++;
            if (_first.Count < Remembered)
            {
                _first.Add(row);
            }

            _writer ??= new(Path, append: false);
            _writer.WriteLine(JsonSerializer.Serialize(row, GridJson.Options));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _writer?.Dispose();
        }
    }
}
