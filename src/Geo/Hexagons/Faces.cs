using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Canvass.Geo.Hexagons;

/// <summary>The gnomonic projection between the sphere and the planes of the 20 faces.</summary>
/// <remarks>
/// A face's plane touches the sphere at the centre of the face, and carries a hexagonal lattice whose spacing shrinks by
/// √7 a resolution and which is turned by asin(√(3/28)) at odd ones.
/// </remarks>
internal static class Faces
{
    /// <summary>The spacing of the lattice of resolution 0 on the plane, in radii of the sphere.</summary>
    public const double Spacing = 0.38196601125010500003;

    /// <summary>The cosine of the angle between the centre and a corner of a face: nothing on a face is farther out.</summary>
    public const double CornerCosine = 0.79465447229176612296;

    private const double HalfRoot3 = 0.8660254037844386467637;
    private const double Root7 = 2.6457513110645905905016157536392604257102;
    private const double OddTurnSine = 0.3273268353539885718950;
    private const double OddTurnCosine = 0.9449111825230680680167;

    // By repeated multiplication, as the reference library scales, so that the last bits are the same.
    private static readonly double[] Scales = MakeScales();

    /// <summary>The spacing of the lattice of a resolution from 0 to 16 on the plane, in radii of the sphere.</summary>
    public static double SpacingAt(int resolution) => 1 / Scales[resolution];

    /// <summary>The face whose centre is nearest.</summary>
    public static int Nearest(UnitVector point)
    {
        var frames = FaceTables.Frames;
        var nearest = 0;
        var largest = double.NegativeInfinity;
        for (var face = 0; face < 20; face++)
        {
            var cosine = point.X * frames[face * 12] + point.Y * frames[face * 12 + 1] + point.Z * frames[face * 12 + 2];
            if (cosine > largest)
            {
                largest = cosine;
                nearest = face;
            }
        }

        return nearest;
    }

    /// <summary>The centre of a face.</summary>
    public static UnitVector Centre(int face) => Axis(face, 0);

    /// <summary>The lattice point of a resolution whose cell holds a point.</summary>
    public static FacePoint Project(UnitVector point, int resolution)
    {
        var face = Nearest(point);
        var scale = Scales[resolution] / point.Dot(Centre(face));
        var x = point.Dot(Axis(face, 1)) * scale;
        var y = point.Dot(Axis(face, 2)) * scale;
        if ((resolution & 1) != 0)
        {
            (x, y) = (x * OddTurnCosine + y * OddTurnSine, y * OddTurnCosine - x * OddTurnSine);
        }

        return RoundToLattice(face, x, y);
    }

    /// <summary>The point on the sphere of a lattice point.</summary>
    public static UnitVector Unproject(FacePoint point, int resolution)
    {
        var (x, y) = Plane(point);
        if ((resolution & 1) != 0)
        {
            (x, y) = (x * OddTurnCosine - y * OddTurnSine, y * OddTurnCosine + x * OddTurnSine);
        }

        return Unproject(point.Face, x, y, Scales[resolution]);
    }

    /// <summary>The point on the sphere of a place on a face's plane, given in units of the spacing divided by a scale.</summary>
    // Never inlined, and in 256 bits: so it ends on vzeroupper. Callers that cleared a stack buffer by wide registers
    // would otherwise call the arctangents of the C library in a state that makes them ten times slower.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static UnitVector Unproject(int face, double x, double y, double scale)
    {
        var frame = FaceTables.Frames.AsSpan(face * 12, 12);
        var point = Vector256.Create(frame) + Vector256.Create(frame[4..]) * (x / scale) + Vector256.Create(frame[8..]) * (y / scale);
        point /= Vector256.Create(Math.Sqrt(Vector256.Sum(point * point)));
        return new UnitVector(point[0], point[1], point[2]);
    }

    /// <summary>The place of a lattice point on its plane, in units of the spacing.</summary>
    public static (double X, double Y) Plane(FacePoint point) => (point.A - 0.5 * point.B, point.B * HalfRoot3);

    /// <summary>What one over the spacing of a resolution from 0 to 16 is.</summary>
    public static double ScaleAt(int resolution) => Scales[resolution];

    private static FacePoint RoundToLattice(int face, double x, double y)
    {
        var b = y / HalfRoot3;
        var a = x + b / 2;
        var c = b - a;
        var roundA = Math.Round(a);
        var roundB = Math.Round(b);
        var offA = Math.Abs(roundA - a);
        var offB = Math.Abs(roundB - b);
        var offC = Math.Abs(Math.Round(c) - c);
        if (offA > offB && offA > offC)
        {
            roundA = roundB - Math.Round(c);
        }
        else if (offB > offC)
        {
            roundB = roundA + Math.Round(c);
        }

        return new FacePoint(face, (int)roundA, (int)roundB);
    }

    private static UnitVector Axis(int face, int axis)
    {
        var values = FaceTables.Frames.AsSpan(face * 12 + axis * 4, 3);
        return new UnitVector(values[0], values[1], values[2]);
    }

    private static double[] MakeScales()
    {
        var scales = new double[Digits.MaxResolution + 2];
        scales[0] = 1 / Spacing;
        for (var resolution = 1; resolution < scales.Length; resolution++)
        {
            scales[resolution] = scales[resolution - 1] * Root7;
        }

        return scales;
    }
}
