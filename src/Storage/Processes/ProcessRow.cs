using System.Text;
using Canvass.Grains.Storage;
using Orleans.Storage;

namespace Canvass.Storage.Processes;

/// <summary>The key of a state's row, as Microsoft.Orleans.Persistence.AdoNet makes it for grains with text keys; its columns for numbers and GUIDs
/// are 0.</summary>
/// <param name="GrainHash">The hash of the grain's key.</param>
/// <param name="StateHash">The hash of the state's name.</param>
/// <param name="Key">The grain's key and the state's name.</param>
internal readonly record struct ProcessRow(int GrainHash, int StateHash, ProcessKey Key)
{
    private static readonly OrleansDefaultHasher Hasher = new();

    /// <summary>The row of a key.</summary>
    public static ProcessRow Of(ProcessKey key)
    {
        var bytes = Encoding.UTF8.GetBytes(key.Grain);

        // As the stock provider does it.
        Array.Reverse(bytes);
        return new(Hasher.Hash(bytes), Hasher.Hash(Encoding.UTF8.GetBytes(key.State)), key);
    }
}
