using Canvass.Client.Rows;

namespace Canvass.Gateway.Cameras;

/// <summary>Keeps the first refused rows of an import, and always the one that says where the file breaks off.</summary>
internal sealed class FirstRejectedRows
{
    private const int Most = 1_000;
    private const string FileField = "file";
    private readonly SortedDictionary<int, RejectedRow> _rows = [];

    /// <summary>The rows kept, in order.</summary>
    public IReadOnlyList<RejectedRow> Rows => [.. _rows.Values];

    /// <summary>Notes a refused row.</summary>
    public void Add(RejectedRow row)
    {
        _rows[row.Row] = row;
        if (_rows.Count > Most)
        {
            // The break is the last row of all: the one before it makes room.
            var last = _rows.Keys.Last();
            _rows.Remove(_rows[last].Errors.ContainsKey(FileField) ? _rows.Keys.SkipLast(1).Last() : last);
        }
    }
}
