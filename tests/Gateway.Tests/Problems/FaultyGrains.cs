using System.Reflection;

namespace Canvass.Gateway.Tests.Problems;

/// <summary>Stands in for a grid: every grain that it gives fails at every call.</summary>
public class FaultyGrains : DispatchProxy
{
    private Exception _fault = new InvalidOperationException();
    private bool _isFactory;

    /// <summary>A grid whose grains fail so.</summary>
    public static IGrainFactory Throwing(Exception fault) => Make<IGrainFactory>(fault, isFactory: true);

    /// <summary>A grid that fails so when a grain is asked for.</summary>
    public static IGrainFactory GivingNone(Exception fault) => Make<IGrainFactory>(fault, isFactory: false);

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (!_isFactory)
        {
            throw _fault;
        }

        var make = typeof(FaultyGrains).GetMethod(nameof(Make), BindingFlags.NonPublic | BindingFlags.Static)!;
        return make.MakeGenericMethod(targetMethod!.ReturnType).Invoke(null, [_fault, false]);
    }

    private static T Make<T>(Exception fault, bool isFactory)
        where T : class
    {
        var proxy = Create<T, FaultyGrains>();
        (((FaultyGrains)(object)proxy)._fault, ((FaultyGrains)(object)proxy)._isFactory) = (fault, isFactory);
        return proxy;
    }
}
