using System.Reflection;

namespace Canvass.Storage.Tests.Fixtures;

/// <summary>A grain call that fails.</summary>
public class FailingCall : DispatchProxy
{
    private Exception _exception = new InvalidOperationException();

    public static IIncomingGrainCallContext Of(Exception exception)
    {
        var call = Create<IIncomingGrainCallContext, FailingCall>();
        ((FailingCall)(object)call)._exception = exception;
        return call;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Task.FromException(_exception);
}
