namespace Canvass.Contracts.GeoJson;

/// <summary>A feature of a file as text that nobody has parsed yet.</summary>
/// <param name="Number">Its place in the file, from 1: which feature of a collection, or which line.</param>
/// <param name="Position">Where it begins, in bytes from the start of the file.</param>
/// <param name="Json">Its bytes, valid until the next feature is read; null if there are over <see cref="MaxBytes"/>.</param>
public readonly record struct FeatureText(int Number, long Position, ReadOnlyMemory<byte>? Json)
{
    /// <summary>The longest feature that is read, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;
}
