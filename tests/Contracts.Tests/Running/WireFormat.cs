using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Canvass.Contracts.Tests.Running;

/// <summary>Sends values through Orleans' serializer, as between two processes.</summary>
internal static class WireFormat
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddSerializer().BuildServiceProvider();

    private static Serializer Serializer => Services.GetRequiredService<Serializer>();

    public static T Send<T>(T value) => Receive<T>(Serializer.SerializeToArray(value));

    public static byte[] Write<T>(T value) => Serializer.SerializeToArray(value);

    public static T Receive<T>(byte[] bytes) => Serializer.Deserialize<T>(bytes)!;
}
