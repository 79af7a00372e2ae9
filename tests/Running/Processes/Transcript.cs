using System.Text;

namespace Canvass.Running.Processes;

/// <summary>What a process printed: the last million characters, and all of it in a file where one is given.</summary>
/// <param name="file">The file; null for none.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class Transcript(string? file = null)
{
    private const int MostKept = 1_000_000;
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();

    /// <summary>What was printed.</summary>
    public string Text
    {
        get
        {
            lock (_lock)
            {
                return _text.ToString();
            }
        }
    }

    /// <summary>Adds a line; null, the end of a stream, adds nothing.</summary>
    public void Note(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lock)
        {
            _text.Append(line).Append('\n');
            if (_text.Length > MostKept)
            {
                _text.Remove(0, MostKept / 2);
            }

            if (file is not null)
            {
                File.AppendAllText(file, line + "\n");
            }
        }
    }
}
