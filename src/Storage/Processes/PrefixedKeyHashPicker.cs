using Orleans.Storage;

namespace Canvass.Storage.Processes;

/// <summary>
/// Picks the default hash, and refuses keys that the ADO.NET provider would read as a GUID or a hexadecimal integer: <c>123</c>, <c>0123</c>
/// and <c>00123</c> would share a row, as would an H3 index and its upper-case form.
/// </summary>
internal sealed class PrefixedKeyHashPicker : IStorageHasherPicker
{
    private readonly OrleansDefaultHasher _hasher = new();

    /// <inheritdoc/>
    public ICollection<IHasher> HashProviders => [_hasher];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The key is ambiguous.</exception>
    public IHasher PickHasher<T>(
        string serviceId, string storageProviderInstanceName, string grainType, GrainId grainId, IGrainState<T> grainState, string? tag = null) =>
        grainId.TryGetGuidKey(out _, out _) || grainId.TryGetIntegerKey(out _, out _)
            ? throw new ArgumentException($"The grain key '{grainId.Key}' can be read as a number or a GUID, and would share its row with other "
                + "ways to write it: give it a prefix, as in 'inc/123'.", nameof(grainId))
            : _hasher;
}
