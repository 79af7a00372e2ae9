namespace Canvass.Load.Reporting;

/// <summary>How fast cameras were imported.</summary>
/// <param name="Cameras">How many.</param>
/// <param name="Seconds">In what time.</param>
internal sealed record ImportSpeed(int Cameras, double Seconds)
{
    /// <summary>Cameras in a second.</summary>
    public double PerSecond => Cameras / Seconds;
}
