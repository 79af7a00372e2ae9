using Canvass.Gateway.Limits;
using Canvass.Grains.Owners;
using Canvass.Grains.Settings;
using Canvass.Silo.Hosting;
using Canvass.Storage;

namespace Canvass.Running;

/// <summary>A setting that the program knows: a property of an options class bound to the section <c>Canvass</c>.</summary>
/// <param name="Name">Its name, without the section.</param>
/// <param name="Type">What its value has to be.</param>
/// <param name="Default">Its value where none is given.</param>
public sealed record Setting(string Name, Type Type, object? Default)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        .. new object[] { new RequestLimitOptions(), new GridOptions(), new NodeOptions(), new StorageOptions() }.SelectMany(options => Of(options, "")),
        .. Of(new OwnerPolicyOptions(), "Policy__"),
    ];

    private static IEnumerable<Setting> Of(object options, string prefix) => options.GetType().GetProperties()
        .Where(property => property.CanWrite)
        .Select(property => new Setting(prefix + property.Name, property.PropertyType, property.GetValue(options)));
}
