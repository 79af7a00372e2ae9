using Canvass.Contracts.Keys;
using Canvass.Contracts.Owners;
using Canvass.Grains.Cameras;
using Canvass.Grains.Owners;
using Canvass.Grains.Registry;
using Canvass.Grains.Settings;
using Microsoft.Extensions.Options;

namespace Canvass.Grains.Canvasses;

/// <summary>Takes asks to their owners, each through its nearest camera: canvass → camera → owner.</summary>
internal sealed class AskDelivery(ICameraRegistry registry, IGrainFactory grains, IOptions<GridOptions> options)
{
    // By type: where two versions run side by side under different class names, the interface alone is ambiguous.
    private static readonly GrainType CameraType = GrainType.Create("canvass.camera");

    /// <summary>Delivers asks, a bounded number at a time. A repeat changes nothing.</summary>
    /// <returns>What became of each ask, in order. An ask whose cameras are all gone or belong to another owner by now is withdrawn.</returns>
    public async Task<IReadOnlyList<AskReceipt>> DeliverAsync(IReadOnlyList<Ask> asks, bool passesQuietHours)
    {
        if (asks.Count == 0)
        {
            return [];
        }

        var keys = asks.SelectMany(ask => ask.Cameras).Distinct().ToList();
        var rows = keys.Zip(await registry.FindManyAsync(keys, CancellationToken.None)).ToDictionary(row => row.First, row => row.Second);
        using var places = new SemaphoreSlim(options.Value.DeliveryFanOut);
        var deliveries = asks.Select(async ask =>
        {
            await places.WaitAsync();
            try
            {
                return await DeliverAsync(ask, rows, passesQuietHours);
            }
            finally
            {
                places.Release();
            }
        }).ToList();
        return await Task.WhenAll(deliveries);
    }

    private async Task<AskReceipt> DeliverAsync(Ask ask, Dictionary<CameraKey, RegistryEntry?> rows, bool passesQuietHours)
    {
        foreach (var camera in ask.Cameras)
        {
            if (await grains.GetGrain<ICameraAsks>(GrainId.Create(CameraType, camera.ToString())).ForwardAsync(rows[camera], ask, passesQuietHours) is { } receipt)
            {
                return receipt;
            }
        }

        return new(AskState.Withdrawn, default);
    }
}
