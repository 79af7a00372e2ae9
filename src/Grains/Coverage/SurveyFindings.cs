using Canvass.Contracts.Cameras;
using Canvass.Contracts.Keys;
using Canvass.Geo.Hexagons;
using Canvass.Geo.Scenes;
using Canvass.Grains.Cells;

namespace Canvass.Grains.Coverage;

/// <summary>What the cells told of an area. It knows registered cameras singly, so it never leaves the grid as it is.</summary>
/// <param name="scene">The area.</param>
/// <param name="cells">The resolution-9 cells that the area touches, ascending.</param>
/// <param name="asOf">The moment by which footage was judged.</param>
/// <param name="hasWindow">Whether a window was asked about.</param>
/// <param name="scope">What was looked for.</param>
internal sealed class SurveyFindings(Scene scene, IReadOnlyList<H3Index> cells, DateTimeOffset asOf, bool hasWindow, SurveyScope scope)
{
    private readonly Dictionary<CameraKey, Sighting> _sightings = [];
    private readonly Dictionary<H3Index, int> _households = [];
    private readonly SortedSet<H3Index> _missing = [];

    /// <summary>The area.</summary>
    public Scene Scene => scene;

    /// <summary>The resolution-9 cells that the area touches, ascending.</summary>
    public IReadOnlyList<H3Index> Cells => cells;

    /// <summary>The moment by which footage was judged.</summary>
    public DateTimeOffset AsOf => asOf;

    /// <summary>Whether a window was asked about.</summary>
    public bool HasWindow => hasWindow;

    /// <summary>The cameras that see the area, each once.</summary>
    public IReadOnlyCollection<Sighting> Sightings => _sightings.Values;

    /// <summary>The cells of the grid that did not answer, ascending.</summary>
    public IReadOnlyCollection<H3Index> Missing => _missing;

    /// <summary>How many households with registered cameras stand in a whole resolution-8 cell, as far as cells answered.</summary>
    public int HouseholdsIn(H3Index cell) => _households.GetValueOrDefault(cell);

    /// <summary>Whether a part of a whole resolution-8 cell did not answer.</summary>
    public bool IsMissing(H3Index cell) => _missing.Any(missing => missing.Resolution <= cell.Resolution
        ? cell.CellToParent(missing.Resolution) == missing
        : missing.CellToParent(cell.Resolution) == cell);

    /// <summary>Takes in an answer.</summary>
    /// <param name="cell">The cell that was asked.</param>
    /// <param name="answer">What it answered; null where it did not.</param>
    /// <returns>The sightings that are new.</returns>
    public IReadOnlyList<Sighting> Take(H3Index cell, CellAnswer? answer)
    {
        if (answer is null)
        {
            _missing.Add(cell);
            return [];
        }

        foreach (var (counted, households) in answer.Households)
        {
            _households[counted] = HouseholdsIn(counted) + households;
        }

        var added = new List<Sighting>();
        foreach (var sighting in answer.Sightings.Where(IsLookedFor))
        {
            if (_sightings.TryAdd(sighting.Entry.Key, sighting))
            {
                added.Add(sighting);
            }
            else if (sighting.Entry.Revision > _sightings[sighting.Entry.Key].Entry.Revision)
            {
                _sightings[sighting.Entry.Key] = sighting;
            }
        }

        return added;
    }

    // While a cluster is upgraded, a silo of an older version tells of registered cameras whatever it is asked.
    private bool IsLookedFor(Sighting sighting) => scope == SurveyScope.IntegratedAndHomes || sighting.Entry.Tier == CameraTier.Integrated;
}
