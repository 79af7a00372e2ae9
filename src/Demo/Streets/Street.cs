namespace Canvass.Demo.Streets;

/// <summary>A straight street.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="BearingDeg">Which way it runs from there, degrees clockwise from north.</param>
/// <param name="LengthM">How long it is, in metres.</param>
/// <param name="BlockM">How far its corners are apart, in metres.</param>
internal sealed record Street(string Name, PlanePoint Start, double BearingDeg, double LengthM, double BlockM)
{
    /// <summary>How many corners it has, its ends included.</summary>
    public int Corners => (int)(LengthM / BlockM) + 1;

    /// <summary>A point beside the street.</summary>
    /// <param name="alongM">Metres from its start.</param>
    /// <param name="rightM">Metres to the right of its middle line; negative to the left.</param>
    public PlanePoint At(double alongM, double rightM) => Start.Towards(BearingDeg, alongM).Towards(BearingDeg + 90, rightM);

    /// <summary>The address of what stands at a point of the street: even numbers to the right.</summary>
    public string Address(double alongM, bool right) =>
        FormattableString.Invariant($"{100 + ((int)(alongM / 6) * 2) + (right ? 0 : 1)} {Name} {CityPlane.Quadrant(Start)}, Atlanta, GA");
}
