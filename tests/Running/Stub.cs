using System.Reflection;

namespace Canvass.Running;

/// <summary>Answers every call of an interface from one function.</summary>
public class Stub<T> : DispatchProxy
    where T : class
{
    private Func<MethodInfo, object?[], object?> _answer = (_, _) => null;

    public static T Create(Func<MethodInfo, object?[], object?> answer)
    {
        var stub = Create<T, Stub<T>>();
        ((Stub<T>)(object)stub)._answer = answer;
        return stub;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _answer(targetMethod!, args ?? []);
}
