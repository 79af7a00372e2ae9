using Canvass.Contracts.Refusals;

namespace Canvass.Client.Connecting;

/// <summary>Where calls to grains begin. What grains there are, a client learns from the first silo that it reaches.</summary>
internal sealed class GrainSource(IGrainFactory grains)
{
    /// <summary>A grain.</summary>
    /// <exception cref="GridUnavailableException">No silo has been reached yet.</exception>
    public TGrain Get<TGrain>(string key)
        where TGrain : IGrainWithStringKey
    {
        try
        {
            return grains.GetGrain<TGrain>(key);
        }
        catch (ArgumentException)
        {
            throw new GridUnavailableException("No silo has been reached yet: repeat the request, which is safe.", isOutOfRoom: false);
        }
    }
}
