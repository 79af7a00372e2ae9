using Canvass.Contracts.Coverage;
using Canvass.Geo.Scenes;
using Canvass.Grains.Coverage;

namespace Canvass.Grains.Disclosure;

internal static class HomesDisclosure
{
    public static IReadOnlyList<RegisteredCount> Buckets(SurveyFindings findings) =>
        [.. findings.Cells.Select(cell => cell.CellToParent(RegisteredCount.Resolution)).Distinct().Order()
                .Select(cell => new RegisteredCount(cell, Bucket.OfCell(findings.HouseholdsIn(cell))))];

    public static ExpectedHomes Expect(Scene scene, IReadOnlyList<RegisteredCount> buckets) => new(0, buckets.Count);
}
