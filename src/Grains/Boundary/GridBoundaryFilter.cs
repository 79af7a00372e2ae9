using System.Collections.Concurrent;
using System.Reflection;
using Canvass.Contracts.Refusals;

namespace Canvass.Grains.Boundary;

/// <summary>Refuses calls from outside the grid (from clients, a gateway's among them) to interfaces that are <see cref="GridInternalAttribute"/>.</summary>
internal sealed class GridBoundaryFilter : IIncomingGrainCallFilter
{
    private static readonly ConcurrentDictionary<Type, bool> Internal = new();

    /// <inheritdoc/>
    public Task Invoke(IIncomingGrainCallContext context)
    {
        var comesFromOutside = context.SourceId is not { } source || source.IsClient();
        if (comesFromOutside && context.InterfaceMethod?.DeclaringType is { } declaring && Internal.GetOrAdd(declaring, IsInternal))
        {
            throw new RefusedException(RefusalKind.Forbidden, "This part of the grid answers grains only.");
        }

        return context.Invoke();
    }

    private static bool IsInternal(Type type) => type.GetCustomAttribute<GridInternalAttribute>() is not null;
}
