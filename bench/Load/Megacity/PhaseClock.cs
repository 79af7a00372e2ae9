using System.Diagnostics;

namespace Canvass.Load.Megacity;

/// <summary>Says on standard error which phase begins, and keeps how long each took.</summary>
internal sealed class PhaseClock
{
    private readonly List<Phase> _phases = [];
    private long _began;
    private string? _name;

    /// <summary>The phases that have ended.</summary>
    public IReadOnlyList<Phase> Phases => _phases;

    /// <summary>Ends the phase before and begins another.</summary>
    public void Begin(string name)
    {
        End();
        (_name, _began) = (name, Stopwatch.GetTimestamp());
        Say(name);
    }

    /// <summary>Ends the last phase.</summary>
    public void End()
    {
        if (_name is { } name)
        {
            _phases.Add(new(name, Stopwatch.GetElapsedTime(_began).TotalSeconds));
            Say(FormattableString.Invariant($"  {_phases[^1].Seconds:F1} s"));
            _name = null;
        }
    }

    /// <summary>Writes a line.</summary>
    public static void Say(string text) => Console.Error.WriteLine(text);
}
