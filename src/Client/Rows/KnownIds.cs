using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Canvass.Contracts.Keys;

namespace Canvass.Client.Rows;

/// <summary>Remembers which ids a file has given, as digests and up to a number, so that memory stays bounded.</summary>
internal sealed class KnownIds
{
    private const int MostRemembered = 1_000_000;
    private readonly Dictionary<UInt128, int> _rows = [];

    /// <summary>The row that had the id before this one; null where none had.</summary>
    public int? FirstRowOf(CameraKey key, int row)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key.Id), digest);
        var id = BinaryPrimitives.ReadUInt128LittleEndian(digest);
        if (_rows.TryGetValue(id, out var first))
        {
            return first;
        }

        if (_rows.Count < MostRemembered)
        {
            _rows.Add(id, row);
        }

        return null;
    }
}
