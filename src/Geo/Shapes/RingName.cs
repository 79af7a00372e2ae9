namespace Canvass.Geo.Shapes;

/// <summary>How error texts name a ring.</summary>
internal static class RingName
{
    public static string Of(int ring) => ring == 0 ? "ring 0 (the outline)" : $"ring {ring} (a hole)";

    public static string AtStart(int ring) => ring == 0 ? "Ring 0 (the outline)" : $"Ring {ring} (a hole)";
}
