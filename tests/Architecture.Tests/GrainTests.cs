using System.Reflection;
using Canvass.Contracts.Keys;
using Canvass.Grains;

namespace Canvass.Architecture.Tests;

[Trait("Category", "Unit")]
public sealed class GrainTests
{
    private static readonly Type[] Contracts = Written(typeof(CameraKey));
    private static readonly Type[] Grains = Written(typeof(GridGrains));

    private static IEnumerable<Type> Classes => Grains.Where(type => typeof(Grain).IsAssignableFrom(type) && !type.IsAbstract);

    private static IEnumerable<Type> Interfaces => Contracts.Concat(Grains)
        .Where(type => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type) && !typeof(Orleans.Services.IGrainService).IsAssignableFrom(type));

    /// <summary>The provider keys a row by grain key and state name, never by class: the same name twice would be the same row.</summary>
    [Fact]
    public void State_names_are_unique_per_grain_class()
    {
        var names = Classes.SelectMany(type => type.GetConstructors().SelectMany(constructor => constructor.GetParameters()))
            .Select(parameter => parameter.GetCustomAttribute<PersistentStateAttribute>()?.StateName)
            .Concat(Classes.SelectMany(type => type.GetCustomAttributesData())
                .Where(attribute => attribute.AttributeType.Name == "ProcessStateAttribute")
                .Select(attribute => (string?)attribute.ConstructorArguments[0].Value))
            .OfType<string>()
            .ToList();

        Assert.NotEmpty(names);
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void Every_grain_class_has_a_type_name_of_its_own()
    {
        var names = Classes.Select(type => type.GetCustomAttribute<GrainTypeAttribute>()).ToList();

        Assert.DoesNotContain(null, names);
    }

    /// <summary>Orleans would otherwise name an interface after its namespace and class, and moving it would break a running cluster.</summary>
    [Fact]
    public void Every_grain_interface_has_a_type_name_of_its_own()
    {
        var names = Interfaces.Select(type => type.GetCustomAttribute<GrainInterfaceTypeAttribute>()
            ?.GetGrainInterfaceType(null!, type).ToString()).ToList();

        Assert.DoesNotContain(null, names);
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void Every_grain_interface_is_keyed_by_a_text() =>
        Assert.Equal([], Interfaces.Where(type => !typeof(IGrainWithStringKey).IsAssignableFrom(type)));

    [Fact]
    public void Every_interface_message_and_method_has_an_alias_that_is_unique()
    {
        var types = Interfaces.Concat(Contracts.Concat(Grains).Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null));
        var aliases = types.Select(type => (type, type.GetCustomAttribute<AliasAttribute>()?.Alias)).ToList();

        Assert.Equal([], aliases.Where(pair => pair.Alias?.StartsWith("canvass.", StringComparison.Ordinal) != true).Select(pair => pair.type));
        Assert.Equal(aliases.Select(pair => pair.Alias).Distinct(), aliases.Select(pair => pair.Alias));
        Assert.Equal([], Interfaces.SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<AliasAttribute>() is null)
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}"));
    }

    /// <summary>A key that could be read as a GUID or a hexadecimal number would share its row with others.</summary>
    [Theory]
    [InlineData("cam/123")]
    [InlineData("cell/89283082803ffff")]
    [InlineData("inc/a/1")]
    [InlineData("own/0123")]
    public void A_key_text_begins_with_what_no_number_begins_with(string key)
    {
        var prefix = key[..key.IndexOf('/', StringComparison.Ordinal)];

        Assert.Contains(prefix, c => !char.IsAsciiHexDigit(c));
        Assert.False(Guid.TryParse(key, out _));
    }

    /// <summary>Privacy at the grain boundary: whatever can name a registered camera or an owner's asks answers grains only.</summary>
    [Fact]
    public void Interfaces_of_the_grains_room_answer_grains_only() =>
        Assert.Equal([], Interfaces.Where(Grains.Contains)
            .Where(type => type.GetCustomAttributes().All(attribute => attribute.GetType().Name != "GridInternalAttribute") || type.IsPublic));

    /// <summary>The types of an assembly that people wrote.</summary>
    private static Type[] Written(Type member) =>
        [.. member.Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("OrleansCodeGen", StringComparison.Ordinal) != true)];
}
