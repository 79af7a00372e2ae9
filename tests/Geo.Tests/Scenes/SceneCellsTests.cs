using Canvass.Geo.Hexagons;
using Canvass.Geo.Scenes;
using Canvass.Geo.Shapes;

namespace Canvass.Geo.Tests.Scenes;

[Trait("Category", "Unit")]
public sealed class SceneCellsTests
{
    [Theory]
    [InlineData(50, 9)]
    [InlineData(250, 9)]
    [InlineData(1_000, 9)]
    [InlineData(250, 11)]
    [InlineData(5_000, 7)]
    public void The_cells_of_an_area_are_those_whose_hexagon_meets_it(double areaM, int resolution)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var scene = new Scene(new RandomScene(seed).Area(areaM));
            var oracle = new Oracle(scene.Centre);
            var area = oracle.Of(scene.Area);

            var cells = scene.Cells(resolution).ToHashSet();

            Assert.Equal(cells.Order(), scene.Cells(resolution));
            var around = CircleCover.Cells(scene.Centre, (areaM * 1.1) + 500, resolution);
            foreach (var cell in around)
            {
                var boundary = cell.CellToBoundary().ToArray();
                var distanceM = oracle.Of(RandomScene.Make([.. boundary, boundary[0]])).Distance(area);
                Assert.True(distanceM > 0 || cells.Contains(cell), $"seed {seed}: {cell} is left out");
                Assert.True(distanceM < 0.1 + (areaM / 1_000) || !cells.Contains(cell), $"seed {seed}: {cell} is {distanceM} m away");
            }
        }
    }

    [Theory]
    [InlineData(100, 10, 11)]
    [InlineData(250, 20, 11)]
    [InlineData(600, 60, 11)]
    public void Blind_cells_have_their_centre_in_the_area_and_in_no_view(double areaM, int views, int resolution)
    {
        for (var seed = 0; seed < 15; seed++)
        {
            var random = new RandomScene(seed);
            var scene = new Scene(random.Area(areaM));
            List<View> seen = [.. Enumerable.Range(0, views).Select(_ => random.View(areaM, 10, 100))];
            var around = CircleCover.Cells(scene.Centre, areaM * 1.1, resolution);
            var oracle = new Oracle(scene.Centre);
            var shapes = seen.Select(oracle.Of).ToList();
            var area = oracle.Of(scene.Area);

            var blind = scene.BlindCells(seen, resolution).ToHashSet();

            Assert.Equal(blind.Order(), scene.BlindCells(seen, resolution));
            Assert.Subset(around.ToHashSet(), blind);
            foreach (var cell in around)
            {
                var centre = NetTopologySuite.Geometries.GeometryFactory.Default.CreatePoint(oracle.Of(cell.CellToLatLng()));
                var isBlind = area.Contains(centre) && !shapes.Exists(shape => shape.Contains(centre));
                Assert.True(
                    isBlind == blind.Contains(cell) || shapes.Append(area).Any(shape => shape.Boundary.Distance(centre) < 0.1),
                    $"seed {seed}: {cell}");
            }
        }
    }

    [Fact]
    public void Without_views_every_cell_centred_in_the_area_is_blind()
    {
        var scene = new Scene(Area.Circle(new(33.749, -84.388), 5_000));

        var blind = scene.BlindCells([], 11);

        Assert.InRange(blind.Count, 35_000, 45_000);
        Assert.All(blind, cell => Assert.True(scene.DistanceM(cell.CellToLatLng()) <= 5_000));
    }
}
