namespace Canvass.Cluster.Tests.Load;

/// <summary>A camera of the made-up city; its field of view is 90° wide.</summary>
internal sealed record LoadCamera(string Id, double[] Place, bool IsIntegrated, string Owner, int BearingDeg, int RangeM)
{
    private const double MetresPerDegree = 110_900;

    /// <summary>Whether it surely sees a circle: a point of its view lies at least 5 m inside, by arithmetic of our own.</summary>
    public bool SurelySees(double[] centre, double radiusM)
    {
        var east = (Place[0] - centre[0]) * MetresPerDegree * 1.0038 * Math.Cos(centre[1] * Math.PI / 180);
        var north = (Place[1] - centre[1]) * MetresPerDegree;
        for (var distance = 0.0; distance <= RangeM; distance += 2)
        {
            for (var turn = -45; turn <= 45; turn += 3)
            {
                var bearing = (BearingDeg + turn) * Math.PI / 180;
                if (Math.Sqrt(Square(east + (distance * Math.Sin(bearing))) + Square(north + (distance * Math.Cos(bearing)))) < radiusM - 5)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static double Square(double value) => value * value;
}
